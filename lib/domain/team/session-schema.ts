import { z } from 'zod'
import { NetworkSlug } from '../networks/network-slug-schema.ts'
import { DisplayName, Member } from './model-schema.ts'

export const Preferences = z.object({
  /** Whether single letters act outside fields. */
  shortcuts: z.boolean(),
  hidesFirstRun: z.boolean(),
})
export type Preferences = z.infer<typeof Preferences>

/** What a page knows about the desk and about who looks at it. Signed out, everything of the team is absent. */
export const SessionState = z.object({
  member: Member.nullable(),
  mode: z.enum(['demo', 'real']),
  /** Nobody is a member yet: the next sign-in makes the first admin. */
  isNew: z.boolean(),
  /** The next sign-in makes the first admin and must bring the token that the server printed. */
  needsSetupToken: z.boolean(),
  networks: z.array(z.object({ slug: NetworkSlug, name: z.string() })),
  hasDemoWallet: z.boolean(),
  ipfsGateway: z.string(),
  preferences: Preferences.nullable(),
  /** In how many browsers the member is signed in. */
  sessionCount: z.number().int().nullable(),
})
export type SessionState = z.infer<typeof SessionState>

export const ChangeMe = z.strictObject({
  name: DisplayName.optional(),
  shortcuts: z.boolean().optional(),
  hidesFirstRun: z.boolean().optional(),
})
export type ChangeMe = z.infer<typeof ChangeMe>
