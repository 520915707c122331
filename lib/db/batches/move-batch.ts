import 'server-only'
import type { Transition } from '../../domain/batches/transition.ts'
import type { Db } from '../connection/client.ts'
import type { Prisma } from '../generated/client.ts'

/**
 * Moves a batch on; false when somebody was faster, so that it is in another state by now or was leased again. Call
 * inside a transaction: the search for a lost batch begins and ends with its state.
 */
export async function moveBatch(
  tx: Db,
  { id, fence }: { id: string; fence: number },
  transition: Transition,
): Promise<boolean> {
  return (await move(tx, { id, fence }, transition)) === 1
}

/** The same for those of many that are in a state from which the transition goes, whoever leased them last. */
export async function moveBatches(tx: Db, ids: string[], transition: Transition): Promise<void> {
  await move(tx, { id: { in: ids } }, transition)
}

async function move(tx: Db, where: Prisma.BatchWhereInput, transition: Transition): Promise<number> {
  const { from, to, columns, counter, search } = transition
  const moved = await tx.batch.updateManyAndReturn({
    where: { ...where, state: { in: [...from] } },
    data: { ...columns, ...(to && { state: to }), ...(counter && { [counter]: { increment: 1 } }) },
    select: { id: true },
  })
  const ids = moved.map(({ id }) => id)
  if (search && ids.length > 0) await moveSearches(tx, ids, search)
  return ids.length
}

async function moveSearches(tx: Db, ids: string[], search: NonNullable<Transition['search']>): Promise<void> {
  const where = { batchId: { in: ids } }
  if (search === 'end') await tx.batchSearch.deleteMany({ where })
  else if ('change' in search) await tx.batchSearch.updateMany({ where, data: search.change })
  else {
    await tx.batchSearch.deleteMany({ where })
    await tx.batchSearch.createMany({ data: ids.map((batchId) => ({ batchId, ...search.begin })) })
  }
}
