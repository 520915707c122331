import 'server-only'
import type { Session } from '../../auth/session.ts'
import { needsSetupToken } from '../../auth/setup-token.ts'
import { countMembers, getPreferences } from '../../db/team/members.ts'
import { countSessionsOf } from '../../db/team/sessions.ts'
import type { SessionState } from '../../domain/team/session-schema.ts'
import { config } from '../../env/config.ts'
import { workContext } from '../context.ts'

export async function describeSession(session: Session | null): Promise<SessionState> {
  const { db, networks, now } = workContext()
  const { mode, ipfsGateway } = config()
  const desk = {
    mode,
    isNew: (await countMembers(db)) === 0,
    needsSetupToken: mode === 'real' && (await needsSetupToken(db)),
    hasDemoWallet: mode === 'demo',
    ipfsGateway,
  }
  if (!session) return { ...desk, member: null, networks: [], preferences: null, sessionCount: null }
  const { member } = session
  return {
    ...desk,
    member,
    networks: networks.list().map(({ slug, name }) => ({ slug, name })),
    preferences: await getPreferences(db, member.id),
    sessionCount: await countSessionsOf(db, member.id, now()),
  }
}
