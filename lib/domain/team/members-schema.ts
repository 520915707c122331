import { z } from 'zod'
import { Address } from '../networks/address-schema.ts'
import { DisplayName, Member, Role } from './model-schema.ts'

export const MemberList = z.object({ items: z.array(Member) })
export type MemberList = z.infer<typeof MemberList>

export const AddMember = z.strictObject({
  address: Address,
  name: DisplayName.optional(),
  role: Role.default('viewer'),
})
export type AddMember = z.infer<typeof AddMember>

export const ChangeMember = z.strictObject({ name: DisplayName.optional(), role: Role.optional() })
export type ChangeMember = z.infer<typeof ChangeMember>
