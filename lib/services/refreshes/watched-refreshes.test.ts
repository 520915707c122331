import { expect, test } from 'vitest'
import { RefreshQuery, type RefreshSource } from '../../domain/refreshes/model-schema.ts'
import { search } from '../collections/search.ts'
import { newAddress } from '../testing/test-desk.ts'
import { allStates, ids, setUpEngine } from '../testing/test-engine.ts'
import { cancelRefresh } from './cancel-refresh.ts'
import { listRefreshes } from './list-refreshes.ts'
import { decideBatch } from './lost/decide-batch.ts'
import { pauseRefresh } from './pause-refresh.ts'

type Facts = { source: RefreshSource; note?: string; signerAddress?: string; memberId?: null }

/** One refresh of each source, all by the same operator, the script's signed by a member with a name. */
async function setUpSources() {
  const engine = await setUpEngine()
  const { desk, operator } = engine
  const { db } = desk.work
  const signer = await desk.join('viewer', newAddress())
  await db.member.update({ where: { id: signer.member.id }, data: { name: 'Ben' } })
  const submit = async (tokenId: string, facts: Facts) => {
    const { id } = await desk.submit(operator, [tokenId])
    await db.refresh.update({ where: { id }, data: facts })
    return id
  }
  const own = await submit('1', { source: 'desk', note: 'by hand' })
  const script = await submit('2', {
    source: 'script',
    signerAddress: signer.member.address,
    note: 'by night',
  })
  const imported = await submit('3', { source: 'import', memberId: null })
  return { ...engine, signer, own, script, imported }
}

test('default: the history answers by source and by who signed, and names the signer', async () => {
  const { operator, signer, own, script, imported } = await setUpSources()
  const found = async (query: Record<string, unknown>) =>
    (await listRefreshes(operator, RefreshQuery.parse(query))).items.map(({ id }) => id)
  expect(await found({ source: 'desk' })).toEqual([own])
  expect(await found({ source: 'script' })).toEqual([script])
  expect(await found({ source: 'import' })).toEqual([imported])
  expect(await found({ source: 'sample' })).toEqual([])
  expect(RefreshQuery.safeParse({ source: 'elsewhere' }).success).toBe(false)
  expect(await found({ member: signer.member.id })).toEqual([script])
  expect(await found({ member: operator.member.id })).toEqual([script, own])
  const { items } = await listRefreshes(operator, RefreshQuery.parse({}))
  const { address } = signer.member
  expect(items.map((item) => item.signer)).toEqual([null, { address, name: 'Ben' }, null])
  expect((await search(operator, { q: 'by night' })).items[0]?.detail).toContain('Script')
})

test('behavior: what the desk only watches can be neither paused, cancelled nor sent again', async () => {
  const { network, desk, operator } = await setUpEngine()
  network.script.push('drop')
  const { id } = await desk.submit(operator, ids(3))
  await desk.doDueWork()
  const { db } = desk.work
  await db.refresh.update({ where: { id }, data: { source: 'script' } })
  await db.batchSearch.updateMany({ where: { batch: { refreshId: id } }, data: { needsPerson: true } })
  for (const act of [pauseRefresh, cancelRefresh]) {
    await expect(act(operator, id)).rejects.toMatchObject({ meta: { reason: 'nothing_unsent' } })
  }
  await expect(decideBatch(operator, id, 1, { choice: 'send_again' })).rejects.toMatchObject({
    code: 'conflict',
    meta: { reason: 'not_ours' },
  })
  await decideBatch(operator, id, 1, { choice: 'give_up' })
  expect(allStates(await desk.read(id))).toEqual(['rejected'])
  expect(network.submissions).toBe(1)
})
