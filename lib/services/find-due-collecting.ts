import 'server-only'
import { listCollecting } from '../db/collecting.ts'
import { listDueWalks } from '../db/collection-indexes.ts'
import type { WorkContext } from './context.ts'

type DueCollecting = { walks: { collectionId: string; at: Date }[]; collects: string[] }

/** The walks and queries that the rows say are to go on within `aheadMs`. */
export async function findDueCollecting(
  work: WorkContext,
  { aheadMs }: { aheadMs: number },
): Promise<DueCollecting> {
  const now = work.now()
  const isOn = ({ network }: { network: string }) => work.networks.find(network) !== null
  const walks = await listDueWalks(work.db, new Date(now.getTime() + aheadMs))
  return {
    walks: walks.filter(isOn).map(({ collectionId, at }) => ({ collectionId, at: at ?? now })),
    collects: (await listCollecting(work.db)).filter(isOn).map(({ id }) => id),
  }
}
