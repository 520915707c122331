import { z } from 'zod'
import { LONGEST_TOKEN_DAYS } from './access-token.ts'
import { DisplayName, MemberRef } from './model-schema.ts'

/** What a member's script shows instead of a session. The secret itself is known only to whoever created it. */
export const AccessToken = z.object({
  id: z.string(),
  name: z.string(),
  member: MemberRef,
  isOwn: z.boolean(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
})
export type AccessToken = z.infer<typeof AccessToken>

export const AccessTokenList = z.object({ items: z.array(AccessToken) })
export type AccessTokenList = z.infer<typeof AccessTokenList>

export const CreateAccessToken = z.strictObject({
  name: DisplayName,
  expiresInDays: z.number().int().min(1).max(LONGEST_TOKEN_DAYS),
})
export type CreateAccessToken = z.infer<typeof CreateAccessToken>

/** The only answer that ever holds the secret. */
export const CreatedAccessToken = z.object({ secret: z.string(), token: AccessToken })
export type CreatedAccessToken = z.infer<typeof CreatedAccessToken>
