import { expect, test } from 'vitest'
import { keepSignature } from '../../signatures/store-signature.ts'
import { readCollection } from '../collections/read-collection.ts'
import { ids, setUpEngine } from '../testing/test-engine.ts'
import { planRefresh } from './plan-refresh.ts'
import { startRefresh } from './start-refresh.ts'

test("behavior: what the desk signed for its samples sends those, and starts nobody else's refresh", async () => {
  const { desk, operator, collection } = await setUpEngine({ isSigned: false })
  const { owner, ownerAddress, work } = desk
  const timestamp = String(Math.floor(desk.clock.ms / 1000))
  const signature = await owner.signMessage({ message: timestamp })
  await keepSignature(work, { network: 'imx', ownerAddress, timestamp, signature }, null)
  const stored = await readCollection(work, { network: 'imx', address: collection })
  const sample = await startRefresh(work, {
    stored,
    ids: ids(2),
    note: null,
    memberId: null,
    source: 'sample',
  })

  const selection = { ids: ids(1) }
  const plan = await planRefresh(operator, { network: 'imx', collection, selection })
  expect(plan.signature.state).toBe('none')
  await expect(desk.submit(operator, ids(1))).rejects.toMatchObject({ meta: { reason: 'needs_signature' } })
  await desk.doDueWork()
  expect((await desk.read(sample)).sentBatchCount).toBe(1)

  await desk.sign()
  await desk.submit(operator, ids(1))
})
