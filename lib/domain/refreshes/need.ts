import { hasRole, type Role } from '../team/model.ts'

/** What a refresh cannot do without a person: a signature, a decision about a lost request, or a word to go on after a hold. */
export const needs = ['signature', 'decision', 'resume'] as const
export type Need = (typeof needs)[number]

/** What this member can do about the needs of refreshes: signing is for the owner alone, deciding for operators. */
export function helpOf({ address, role }: { address: string; role: Role }): Help {
  return { signsFor: address, decides: hasRole(role, 'operator') }
}
export type Help = { signsFor: string; decides: boolean }

type Needing = { needs: readonly Need[]; collection: { ownerAddress: string | null } }

/** Whether this member can give at least one of the things that a refresh needs. */
export function canHelp({ signsFor, decides }: Help, { needs, collection }: Needing): boolean {
  return needs.some((need) => (need === 'signature' ? collection.ownerAddress === signsFor : decides))
}
