import { z } from 'zod'
import { hasRole, type Member } from '../team/model.ts'

/** What a refresh cannot do without a person: a signature, a decision about a lost request, or a word to go on after a hold. */
export const Need = z.enum(['signature', 'decision', 'resume'])
export type Need = z.infer<typeof Need>

/** What this member can do about the needs of refreshes: signing is for the owner alone, deciding for operators. */
export function helpOf({ address, role }: Pick<Member, 'address' | 'role'>): Help {
  return { signsFor: address, decides: hasRole(role, 'operator') }
}
export type Help = { signsFor: string; decides: boolean }

type Needing = { needs: readonly Need[]; collection: { ownerAddress: string | null } }

/** Whether this member can give at least one of the things that a refresh needs. */
export function canHelp({ signsFor, decides }: Help, { needs, collection }: Needing): boolean {
  return needs.some((need) => (need === 'signature' ? collection.ownerAddress === signsFor : decides))
}
