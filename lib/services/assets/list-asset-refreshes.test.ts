import { expect, test } from 'vitest'
import { findCollection } from '../../db/collections/collections.ts'
import { createTestRefresh } from '../../db/refreshes/test-refresh.ts'
import { setUpEngine } from '../testing/test-engine.ts'
import { listAssetRefreshes } from './list-asset-refreshes.ts'

test('behavior: a token that was refreshed often shows the newest refreshes, and that there are more', async () => {
  const { desk, operator, collection } = await setUpEngine()
  const { db } = desk.work
  await desk.submit(operator, ['1'])
  const stored = await findCollection(db, { network: 'imx', address: collection })
  const read = () => listAssetRefreshes(operator, { network: 'imx', address: collection, tokenId: '1' })
  for (let made = 1; made < 20; made++) {
    await createTestRefresh(db, { collectionId: stored?.id ?? '', ids: ['1'], note: `No. ${made}` })
  }
  expect(await read()).toMatchObject({ hasMore: false })
  await createTestRefresh(db, { collectionId: stored?.id ?? '', ids: ['1'], note: 'The last' })
  const { items, hasMore } = await read()
  expect([items.length, hasMore, items[0]?.refresh.note]).toEqual([20, true, 'The last'])
})
