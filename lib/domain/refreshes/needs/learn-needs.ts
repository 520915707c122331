import { canGive, type Help, type Need } from './need.ts'

/** By refresh: what this member was found able to give, and in which version. */
export type SeenNeeds = Record<string, { version: number; needs: readonly Need[] }>

type Refresh = {
  id: string
  version: number
  needs: readonly Need[]
  collection: { ownerAddress: string | null }
}

/** Of those that are no longer heard of. */
const REMEMBERED = 200

/**
 * What newly needs this member since `seen`. A need that ended and comes back is new again; an answer that was
 * overtaken on its way says nothing. `seen` stays the same object when nothing was learnt.
 */
export function learnNeeds<T extends Refresh>(
  seen: SeenNeeds,
  refreshes: readonly T[],
  help: Help,
): { seen: SeenNeeds; fresh: T[] } {
  const fresh: T[] = []
  const learnt: SeenNeeds = {}
  for (const refresh of refreshes) {
    const { id, version } = refresh
    const before = seen[id]
    const needs = refresh.needs.filter((need) => canGive(help, need, refresh))
    if (before ? before.version >= version : needs.length === 0) continue
    const known = before?.needs ?? []
    const isNew = needs.some((need) => !known.includes(need))
    if (isNew) fresh.push(refresh)
    if (isNew || needs.length < known.length) learnt[id] = { version, needs }
  }
  if (Object.keys(learnt).length === 0) return { seen, fresh }
  const ids = new Set(refreshes.map(({ id }) => id))
  const all = Object.entries({ ...seen, ...learnt })
  const gone = all.filter(([id]) => !ids.has(id)).slice(-REMEMBERED)
  const heard = all.filter(([id]) => ids.has(id))
  return { seen: Object.fromEntries([...gone, ...heard]), fresh }
}
