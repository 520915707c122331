import type { Desk } from '../../e2e/fixtures/desk.ts'
import type { RefreshDetail } from '../../lib/domain/refreshes/model-schema.ts'
import { isBroken, type Life } from './lives.ts'

type Accepted = Awaited<ReturnType<Desk['control']['record']>>['accepted']
type Ended = { refresh: RefreshDetail; failedIds: string[] }
/** A life and the id that its submission was answered with. */
export type Answered = Life & { id: string }

/** Holds what the desk says against what was submitted and what the network took; each fault is a sentence. */
export function judge(lives: Answered[], ended: Ended[], accepted: Accepted) {
  const byId = new Map(ended.map((one) => [one.refresh.id, one]))
  const known = new Set(accepted.map(({ refresh_id }) => refresh_id))
  const times = countTimes(accepted)
  const faults: string[] = []
  let [there, settled, told, lost] = [0, 0, 0, 0]
  for (const { id, collection, ids } of lives) {
    lost += ids.filter((token) => !times.has(`${collection} ${token}`)).length
    const one = byId.get(id)
    if (!one) {
      faults.push(`refresh ${id} was answered and is gone`)
      continue
    }
    there += 1
    const { number, finishedAt, progress, batches } = one.refresh
    if (finishedAt) settled += 1
    else faults.push(`R-${number} has no end`)
    told += progress.succeeded + progress.failed
    const { total, succeeded, failed, pending, unknown, cancelled } = progress
    if (total !== ids.length || total !== succeeded + failed + pending + unknown + cancelled)
      faults.push(`the totals of R-${number} do not add up`)
    if (batches.reduce((sum, batch) => sum + batch.progress.total, 0) !== total)
      faults.push(`the batches of R-${number} do not add up`)
    const broken = ids.filter(isBroken)
    if (one.failedIds.sort().join() !== broken.sort().join())
      faults.push(`R-${number} names ${one.failedIds.length} failures where ${broken.length} are`)
    if (batches.some(({ reference }) => reference === null || !known.has(reference)))
      faults.push(`R-${number} has a batch that the network does not know`)
  }
  const matched = ended.flatMap(({ refresh }) => refresh.batches.map(({ reference }) => reference))
  if (new Set(matched).size !== matched.length) faults.push('two batches have one reference')
  if (ended.length > lives.length) faults.push(`${ended.length - lives.length} refreshes were made twice`)
  const doubled = [...times.values()].filter((count) => count > 1).length
  const tokens = lives.reduce((sum, { ids }) => sum + ids.length, 0)
  return { there, settled, told, tokens, lost, doubled, faults }
}

/** How often the network took each token of each collection. */
function countTimes(accepted: Accepted): Map<string, number> {
  const times = new Map<string, number>()
  for (const { collection_address, token_ids } of accepted) {
    for (const id of token_ids) {
      const key = `${collection_address} ${id}`
      times.set(key, (times.get(key) ?? 0) + 1)
    }
  }
  return times
}
