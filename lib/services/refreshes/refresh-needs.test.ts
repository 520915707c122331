import { expect, test } from 'vitest'
import { RefreshQuery } from '../../domain/refreshes/model-schema.ts'
import { divideNeeds, helpOf } from '../../domain/refreshes/needs/need.ts'
import type { ServiceContext } from '../context.ts'
import { ids, setUpEngine } from '../testing/test-engine.ts'
import { listCurrentRefreshes } from './list-current-refreshes.ts'
import { listRefreshes } from './list-refreshes.ts'

/** A refresh for each need, one that needs nobody, and one that was held and has finished since. */
async function setUp() {
  const { desk, operator } = await setUpEngine()
  const { db } = desk.work
  const submit = async (tokenId: string) => (await desk.submit(operator, [tokenId])).id
  const [unsigned, held, lost, calm, over, late] = [
    await submit('1'),
    await submit('2'),
    await submit('3'),
    await submit('4'),
    await submit('5'),
    await submit('6'),
  ]
  await db.batch.updateMany({ where: { refreshId: unsigned }, data: { wait: 'authority' } })
  const hold = { pausedAt: desk.work.now(), pauseReason: 'hold' } as const
  await db.refresh.update({ where: { id: held }, data: { ...hold, holdBatch: 1 } })
  await db.batch.updateMany({ where: { refreshId: held }, data: { failed: 1 } })
  await db.refresh.update({ where: { id: over }, data: { ...hold, finishedAt: desk.work.now() } })
  const { id: batchId } = await db.batch.findFirstOrThrow({ where: { refreshId: lost } })
  await db.batch.update({ where: { id: batchId }, data: { state: 'lost' } })
  await db.batchSearch.create({ data: { batchId, decideAt: desk.work.now(), needsPerson: true } })
  const accepted = {
    state: 'sent',
    stage: 'queued',
    reference: 'late-1',
    acceptedAt: desk.work.now(),
  } as const
  await db.batch.updateMany({ where: { refreshId: late }, data: accepted })
  await db.refresh.update({ where: { id: late }, data: { state: 'stalled' } })
  const owner = await desk.join('viewer', desk.ownerAddress)
  return { desk, operator, owner, viewer: await desk.join('viewer'), unsigned, held, lost, calm, late }
}

const listed = async (ctx: ServiceContext, needs: 'you' | 'anyone') => {
  const { items, total } = await listRefreshes(ctx, RefreshQuery.parse({ needs }))
  expect(total).toBe(items.length)
  return items.map(({ id }) => id)
}

test('default: a refresh says what it needs of a person, and the history finds it by that', async () => {
  const { desk, operator, owner, viewer, unsigned, held, lost, calm, late } = await setUp()
  const { items } = await listCurrentRefreshes(desk.work)
  const needsOf = (id: string) => items.find((item) => item.id === id)?.needs
  expect([unsigned, held, lost, calm, late].map(needsOf)).toEqual([
    ['signature'],
    ['resume'],
    ['decision'],
    [],
    ['stalled'],
  ])
  expect(await listed(operator, 'you')).toEqual([late, lost, held])
  expect(await listed(owner, 'you')).toEqual([unsigned])
  expect(await listed(viewer, 'you')).toEqual([])
  expect(await listed(viewer, 'anyone')).toEqual([late, lost, held, unsigned])
})

test('default: lists know what is to be said of each need', async () => {
  const { desk, unsigned, held, lost, calm, late } = await setUp()
  const { items } = await listCurrentRefreshes(desk.work)
  const factsOf = (id: string) => items.find((item) => item.id === id)?.needFacts
  expect(factsOf(unsigned)).toEqual({ signature: { batches: 1 } })
  expect(factsOf(held)).toEqual({ resume: { batch: 1, failed: 1, tokens: 1 } })
  expect(factsOf(lost)).toEqual({ decision: { batch: 1, sentAt: null, candidates: 0, isComplete: true } })
  expect(factsOf(late)).toEqual({ stalled: { batches: 1, pending: 1 } })
  expect(factsOf(calm)).toEqual({})
})

test('behavior: a refresh that the network does not finish needs somebody once it has stalled', async () => {
  const { desk, operator, network } = await setUpEngine()
  network.isSlow = true
  const { id } = await desk.submit(operator, ids(3))
  await desk.doDueWork()
  expect(await listed(operator, 'anyone')).toEqual([])
  await desk.advance(60_000)
  // By then the signature has ended too.
  await desk.advance(49 * 3_600_000)
  expect(await desk.read(id)).toMatchObject({ state: 'stalled', needs: ['signature', 'stalled'] })
  expect(await listed(operator, 'you')).toEqual([id])
})

test('behavior: what the header counts is what the list behind it shows, whoever looks', async () => {
  const { desk, operator, owner, viewer } = await setUp()
  const { items } = await listCurrentRefreshes(desk.work)
  for (const ctx of [operator, owner, viewer]) {
    const { mine, others } = divideNeeds(items, helpOf(ctx.member))
    const idsOf = (refreshes: typeof items) => refreshes.map(({ id }) => id).sort()
    expect((await listed(ctx, 'you')).sort()).toEqual(idsOf(mine))
    expect((await listed(ctx, 'anyone')).sort()).toEqual(idsOf([...mine, ...others]))
  }
})

test('behavior: one that is not finished is current however many came after it', async () => {
  const { desk, operator } = await setUpEngine()
  const { id } = await desk.submit(operator, ['1'])
  await desk.work.db.batch.updateMany({ where: { refreshId: id }, data: { wait: 'authority' } })
  for (const tokenId of ids(11, 2)) await desk.submit(operator, [tokenId])
  await desk.work.db.refresh.updateMany({
    where: { id: { not: id } },
    data: { finishedAt: desk.work.now(), state: 'succeeded' },
  })
  const { items } = await listCurrentRefreshes(desk.work)
  expect(items).toHaveLength(11)
  expect(items.at(-1)).toMatchObject({ id, needs: ['signature'] })
})
