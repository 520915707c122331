import 'server-only'
import { type BatchWork, findWork } from '../../../db/batches/batch-work.ts'
import { listUncertainSendings } from '../../../db/batches/lost-batches.ts'
import { findAllTokenIds } from '../../../db/tokens/tokens.ts'
import type { Sending } from '../../../domain/batches/lost/match-lost.ts'
import type { Lost } from '../../../domain/batches/lost/reconcile.ts'
import type { WorkContext } from '../../context.ts'

/** A script that fails in a loop leaves hundreds: reading the tokens of all of them each time would take minutes. */
const MOST_READ = 10

/** A lost batch with the others of its collection that are as large: what is listed may be any of them. */
export type LostGroup = {
  /** All of them together. */
  lost: Lost
  sendings: Sending[]
  /** The tokens of each; null when not all of them are known by their ids. */
  tokens: ReadonlyMap<string, ReadonlySet<string> | null>
}

/** `first` is its own first sending, by our clock and by the network's. */
export async function readLostGroup(
  { db, rules }: WorkContext,
  batch: BatchWork,
  first: { startedAt: Date; upstreamAt: Date | null },
): Promise<LostGroup> {
  // What was judged absent while this one was lost may turn up late, like this one.
  const absentSince = new Date(first.startedAt.getTime() - rules.decideAfterMs)
  const sendings = await listUncertainSendings(db, batch, absentSince)
  const lost = sendings.filter(({ isLost }) => isLost)
  const ids = [...new Set(lost.map(({ batchId }) => batchId))]
  const tokens = new Map<string, ReadonlySet<string> | null>(ids.map((id) => [id, null]))
  tokens.set(batch.id, await findAllTokenIds(db, batch))
  const read = ids.length > MOST_READ ? [] : await findWork(db, { id: { in: ids, not: batch.id } })
  for (const other of read) tokens.set(other.id, await findAllTokenIds(db, other))
  const times = [first.upstreamAt ?? first.startedAt, ...lost.map(({ at }) => at)].map((at) => at.getTime())
  return {
    lost: {
      collection: batch.collection,
      size: batch.tokenCount,
      sentAt: new Date(Math.min(...times)),
    },
    sendings,
    tokens,
  }
}
