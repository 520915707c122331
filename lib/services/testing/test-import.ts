import { RefreshQuery } from '../../domain/refreshes/model-schema.ts'
import { findDueExpanding } from '../engine/expand/find-due-expanding.ts'
import { getImport } from '../imports/get-import.ts'
import { importRefreshes } from '../imports/import-refreshes.ts'
import { startImport } from '../imports/start-import.ts'
import { listRefreshes } from '../refreshes/list-refreshes.ts'
import { setUpEngine } from './test-engine.ts'

/** An engine, and a studio that also refreshes without the desk. */
export async function setUpImport() {
  const engine = await setUpEngine()
  const { desk, network, operator, collection } = engine
  const key = { network: 'imx', address: collection } as const
  /** Made elsewhere, so many minutes ago; returns the network's id. */
  const takeElsewhere = (tokenIds: string[], minutesAgo: number): string =>
    network.take(tokenIds, crypto.randomUUID(), new Date(desk.clock.ms - minutesAgo * 60_000))
  /** Does what is due of the imports at this moment of the clock. */
  const doImports = async (): Promise<void> => {
    for (;;) {
      const { imports } = await findDueExpanding(desk.work, { aheadMs: 0 })
      if (imports.length === 0) return
      for (const { collectionId } of imports) await importRefreshes(desk.work, collectionId)
    }
  }
  const press = async () => {
    await startImport(operator, key)
    await doImports()
    return getImport(operator, key)
  }
  const history = async () =>
    (await listRefreshes(operator, RefreshQuery.parse({ pageSize: 100 }))).items.toReversed()
  const references = async () =>
    (await desk.work.db.batch.findMany({ where: { reference: { not: null } } })).map(
      ({ reference }) => reference ?? '',
    )
  return { ...engine, key, takeElsewhere, doImports, press, history, references }
}
