import 'server-only'
import type { TokenCaller } from '../auth/access-tokens.ts'
import type { Session } from '../auth/session.ts'
import { AppError } from '../core/app-error.ts'
import { type Database, database } from '../db/connection/open-database.ts'
import { hasRole, type Role } from '../domain/team/model.ts'
import type { Member } from '../domain/team/model-schema.ts'
import { type Config, config } from '../env/config.ts'
import { type Networks, networks } from './networks/networks.ts'

/** Who acts, by which clock, on what. Every service takes one first; identity never comes from input. */
export type ServiceContext = {
  member: Member
  caller: Caller
  requestId: string
  now: () => Date
  db: Database['prisma']
  networks: Networks
  rules: Rules
}

/** By what the member is known: a signed-in browser, or a script's token. */
export type Caller = { kind: 'session'; id: string } | { kind: 'token'; id: string; name: string }

/** What the settings say about the life of a refresh. */
export type Rules = Pick<Config, 'holdFailedShare' | 'decideAfterMs'>

/** What the desk needs when it works for nobody in particular. */
export type WorkContext = Pick<ServiceContext, 'db' | 'networks' | 'now' | 'rules'>

/** What signing in needs, before there is a member. */
export type VisitorContext = Pick<ServiceContext, 'db' | 'now'> & {
  mode: 'demo' | 'real'
  /** The origins on which sign-in is valid. */
  origins: string[]
}

export function visitorContext(): VisitorContext {
  const { mode, origins } = config()
  return { db: database().prisma, now: () => new Date(), mode, origins }
}

export function workContext(): WorkContext {
  const { holdFailedShare, decideAfterMs } = config()
  const rules = { holdFailedShare, decideAfterMs }
  return { db: database().prisma, networks: networks(), now: () => new Date(), rules }
}

export function createContext(shown: Session | TokenCaller, requestId: string): ServiceContext {
  const caller: Caller =
    'tokenId' in shown
      ? { kind: 'token', id: shown.tokenId, name: shown.tokenName }
      : { kind: 'session', id: shown.id }
  return { ...workContext(), member: shown.member, caller, requestId }
}

/** Throws `forbidden` for scripts: with a token nobody gets another one, or changes who is signed in where. */
export function requireSession({ caller }: Pick<ServiceContext, 'caller'>): { id: string } {
  if (caller.kind === 'session') return caller
  throw new AppError('forbidden', 'This needs a signed-in browser. An access token is not enough.', {
    reason: 'needs_session',
  })
}

/** Throws `forbidden` unless the acting member has `needed` or more. */
export function requireRole(ctx: Pick<ServiceContext, 'member'>, needed: Role): void {
  if (hasRole(ctx.member.role, needed)) return
  const who = needed === 'admin' ? 'an admin' : `an ${needed}`
  throw new AppError('forbidden', `This needs ${who}. Your role is ${ctx.member.role}.`, {
    reason: 'role',
  })
}
