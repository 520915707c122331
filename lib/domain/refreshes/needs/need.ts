import { hasRole, type Role } from '../../team/model.ts'

/**
 * What a refresh cannot do without a person: a signature, a word to go on after a hold, a decision about a lost request,
 * or someone who asks the network why it has stalled.
 */
export const needs = ['signature', 'resume', 'decision', 'stalled'] as const
export type Need = (typeof needs)[number]

/** What this member can do about the needs of refreshes: signing is for the owner alone, everything else for operators. */
export function helpOf({ address, role }: { address: string; role: Role }): Help {
  return { signsFor: address, decides: hasRole(role, 'operator') }
}
export type Help = { signsFor: string; decides: boolean }

type Needing = { needs: readonly Need[]; collection: { ownerAddress: string | null } }

/** Whether this member can give this one of the things that a refresh needs. */
export const canGive = ({ signsFor, decides }: Help, need: Need, { collection }: Needing): boolean =>
  need === 'signature' ? collection.ownerAddress === signsFor : decides

/** Whether this member can give at least one of the things that a refresh needs. */
export const canHelp = (help: Help, refresh: Needing): boolean =>
  refresh.needs.some((need) => canGive(help, need, refresh))

/** What is asked for first: of what this member can give, else of everything. */
export const firstNeed = (help: Help, refresh: Needing): Need | null =>
  refresh.needs.find((need) => canGive(help, need, refresh)) ?? refresh.needs[0] ?? null

/** Refreshes that need this member, and those that need only others; what has waited longest comes first. */
export function divideNeeds<T extends Needing & { createdAt: string }>(refreshes: readonly T[], help: Help) {
  const waiting = refreshes
    .filter(({ needs }) => needs.length > 0)
    .sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt))
  const isMine = (refresh: T) => canHelp(help, refresh)
  return { mine: waiting.filter(isMine), others: waiting.filter((refresh) => !isMine(refresh)) }
}
