import { z } from 'zod'
import { isVisible } from '../../core/visible-name.ts'
import { Address } from '../networks/address-schema.ts'
import { roles } from './model.ts'

export const Role = z.enum(roles)

export const DisplayName = z.string().trim().min(1).max(60).refine(isVisible, 'must have a visible character')

export const Member = z.object({
  id: z.string(),
  address: Address,
  name: z.string().nullable(),
  role: Role,
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime().nullable(),
})
export type Member = z.infer<typeof Member>

/** A member as shown beside what they did. */
export const MemberRef = z.object({ id: z.string(), address: Address, name: z.string().nullable() })
export type MemberRef = z.infer<typeof MemberRef>
