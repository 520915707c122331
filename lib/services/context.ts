import 'server-only'
import type { Session } from '../auth/session.ts'
import { type Database, database } from '../db/open-database.ts'
import { type Config, config } from '../env/config.ts'
import { AppError } from '../errors/app-error.ts'
import { hasRole, type Member, type Role } from '../team/model.ts'
import { type Networks, networks } from './networks.ts'

/** Who acts, by which clock, on what. Every service takes one first; identity never comes from input. */
export type ServiceContext = {
  member: Member
  sessionId: string
  requestId: string
  now: () => Date
  db: Database['prisma']
  networks: Networks
  rules: Rules
}

/** What the settings say about the life of a refresh. */
export type Rules = Pick<Config, 'holdFailedShare' | 'decideAfterMs'>

/** What the desk needs when it works for nobody in particular. */
export type WorkContext = Pick<ServiceContext, 'db' | 'networks' | 'now' | 'rules'>

/** What signing in needs, before there is a member. */
export type VisitorContext = Pick<ServiceContext, 'db' | 'now'> & {
  world: 'demo' | 'real'
  /** The origins on which sign-in is valid. */
  origins: string[]
}

export function visitorContext(): VisitorContext {
  const { world, origins } = config()
  return { db: database().prisma, now: () => new Date(), world, origins }
}

export function workContext(): WorkContext {
  const { holdFailedShare, decideAfterMs } = config()
  const rules = { holdFailedShare, decideAfterMs }
  return { db: database().prisma, networks: networks(), now: () => new Date(), rules }
}

export function createContext(session: Session, requestId: string): ServiceContext {
  return { ...workContext(), member: session.member, sessionId: session.id, requestId }
}

/** Throws `forbidden` unless the acting member has `needed` or more. */
export function requireRole(ctx: Pick<ServiceContext, 'member'>, needed: Role): void {
  if (hasRole(ctx.member.role, needed)) return
  const who = needed === 'admin' ? 'an admin' : `an ${needed}`
  throw new AppError('forbidden', `This needs ${who}. You are ${ctx.member.role} on this desk.`, {
    reason: 'role',
  })
}
