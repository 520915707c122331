import 'server-only'
import { listDueSyncs } from '../../../db/collections/collection-indexes.ts'
import { listDueImports } from '../../../db/imports/refresh-imports.ts'
import { listExpanding } from '../../../db/refreshes/expanding.ts'
import type { WorkContext } from '../../context.ts'

type Step = { collectionId: string; at: Date }
type DueExpanding = { syncs: Step[]; imports: Step[]; expansions: string[] }

/** The index syncs, imports and expansions that the rows say are due within `aheadMs`. */
export async function findDueExpanding(
  work: WorkContext,
  { aheadMs }: { aheadMs: number },
): Promise<DueExpanding> {
  const now = work.now()
  const isOn = ({ network }: { network: string }) => work.networks.find(network) !== null
  const until = new Date(now.getTime() + aheadMs)
  const toSteps = (due: { collectionId: string; network: string; at: Date | null }[]): Step[] =>
    due.filter(isOn).map(({ collectionId, at }) => ({ collectionId, at: at ?? now }))
  return {
    syncs: toSteps(await listDueSyncs(work.db, until)),
    imports: toSteps(await listDueImports(work.db, until)),
    expansions: (await listExpanding(work.db)).filter(isOn).map(({ id }) => id),
  }
}
