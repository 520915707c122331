import { hasRole, type Role } from '@/lib/domain/team/model.ts'

/** What a member's access token can do: as much as their role, minus what needs a signed-in browser. */
export const abilityText = (role: Role): string =>
  hasRole(role, 'operator')
    ? 'It can read and submit refreshes. Managing members, tokens and sessions needs a signed-in browser.'
    : 'It can read, but as a viewer you can’t submit.'
