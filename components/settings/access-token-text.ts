import { hasRole, type Role } from '@/lib/domain/team/model.ts'

/** What an access token of a member may do: its member's role, except what only a signed-in browser may. */
export const abilityText = (role: Role): string =>
  hasRole(role, 'operator')
    ? 'It reads and submits refreshes. It manages no members, tokens or sessions: that needs a signed-in browser.'
    : 'It reads; a viewer submits nothing.'
