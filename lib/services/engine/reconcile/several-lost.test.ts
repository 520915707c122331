import { expect, test } from 'vitest'
import { findBatchWork } from '../../../db/batches/batch-work.ts'
import { decideBatch } from '../../refreshes/lost/decide-batch.ts'
import { ids, project, setUpEngine } from '../../testing/test-engine.ts'
import { sendNext } from '../send/send-next.ts'
import { reconcileBatch } from './reconcile-batch.ts'
import { resolveUnknown } from './resolve-unknown.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60_000

/** Refreshes of one batch of two tokens each, that the network answers as scripted. */
async function setUp() {
  const engine = await setUpEngine()
  const { network, desk, operator } = engine
  network.isSlow = true
  let first = 1
  /** Returns its id, and under which reference the network has it, if it took it. */
  const lose = async (answer: 'drop' | 'accept_and_drop', { isHidden = false } = {}) => {
    const before = network.taken.length
    network.script.push(answer)
    const { id } = await desk.submit(operator, ids(2, first))
    first += 2
    if (isHidden) network.afterTaking = hideNewest
    await desk.doDueWork()
    network.afterTaking = async () => {}
    return { id, reference: network.taken[before]?.id ?? null }
  }
  const hideNewest = async () => {
    network.hidden.add(network.taken.at(-1)?.id ?? '')
  }
  const submit = async () => {
    const { id } = await desk.submit(operator, ids(2, first))
    first += 2
    return id
  }
  const batch = async (id: string) => {
    const [only] = (await desk.read(id)).batches
    if (!only) throw new Error('The refresh has no batch.')
    return only
  }
  const kinds = async (id: string) => (await desk.read(id)).activity.map(({ kind }) => kind)
  return { ...engine, lose, submit, batch, kinds }
}

test('default: after the first complete search the rest goes on, and the lost one is sent again at its deadline', async () => {
  const { network, desk, lose, submit, batch } = await setUp()
  const lost = await lose('drop')
  const rest = await submit()
  await desk.advance(1_900)
  expect(await batch(rest)).toMatchObject({ state: 'planned', wait: 'turn' })
  await desk.advance(SECOND_MS)
  expect(await batch(rest)).toMatchObject({ state: 'sent', reference: network.taken[0]?.id })
  expect(await batch(lost.id)).toMatchObject({ state: 'lost', search: { candidates: [], isComplete: true } })
  await desk.advance(15 * MINUTE_MS)
  expect(await batch(lost.id)).toMatchObject({ state: 'sent', resends: 1 })
  expect(network.submissions).toBe(3)
})

test('behavior: a search that saw something it could not read lets nothing of that size go', async () => {
  const { network, desk, lose, submit, batch } = await setUp()
  await lose('drop')
  network.odd.set(network.take(ids(2, 50)), { listed: { started_at: null }, status: { started_at: null } })
  const rest = await submit()
  await desk.advance(MINUTE_MS)
  expect(await batch(rest)).toMatchObject({ state: 'planned', wait: 'turn' })
})

test('behavior: a batch of another size goes at once', async () => {
  const { network, desk, operator, lose, batch } = await setUp()
  await lose('drop')
  const { id } = await desk.submit(operator, ids(3, 90))
  await desk.doDueWork()
  expect(await batch(id)).toMatchObject({ state: 'sent', reference: network.taken[0]?.id })
})

test('behavior: two lost ones hold everything back until the outcome of one is known', async () => {
  const { desk, operator, lose, submit, batch } = await setUp()
  const lost = await lose('drop')
  await desk.advance(5 * SECOND_MS)
  await lose('drop')
  const same = await submit()
  const { id: other } = await desk.submit(operator, ids(3, 90))
  await desk.advance(14 * MINUTE_MS)
  for (const id of [same, other]) expect(await batch(id)).toMatchObject({ state: 'planned', wait: 'turn' })
  await desk.advance(MINUTE_MS)
  expect(await batch(lost.id)).toMatchObject({ state: 'sent', resends: 1 })
  for (const id of [same, other]) expect((await batch(id)).state).toBe('sent')
})

test('default: of two lost ones that the network has neither of each is sent again, once', async () => {
  const { network, desk, lose, batch, kinds } = await setUp()
  const first = await lose('drop')
  await desk.advance(5 * MINUTE_MS)
  const second = await lose('drop')
  await desk.advance(11 * MINUTE_MS)
  expect(await batch(first.id)).toMatchObject({ state: 'sent', resends: 1 })
  expect(await batch(second.id)).toMatchObject({ state: 'lost', resends: 0 })
  await desk.advance(5 * MINUTE_MS)
  expect(await batch(second.id)).toMatchObject({ state: 'sent', resends: 1 })
  expect(network.submissions).toBe(4)
  for (const { id } of [first, second]) expect(await kinds(id)).not.toContain('batch_needs_person')
})

test('default: two lost ones that the network lists both are told apart by when they started', async () => {
  const { network, desk, lose, batch, kinds } = await setUp()
  const first = await lose('accept_and_drop', { isHidden: true })
  await desk.advance(5 * MINUTE_MS)
  const second = await lose('accept_and_drop', { isHidden: true })
  network.hidden.clear()
  await desk.advance(3 * MINUTE_MS)
  for (const { id, reference } of [first, second]) {
    expect(await batch(id)).toMatchObject({ state: 'sent', reference })
    expect(await kinds(id)).not.toContain('batch_needs_person')
  }
  expect(network.submissions).toBe(2)
})

test('behavior: two that started close together are for a person, and one decision tells them both', async () => {
  const { network, desk, operator, lose, batch } = await setUp()
  const first = await lose('accept_and_drop', { isHidden: true })
  await desk.advance(30 * SECOND_MS)
  const second = await lose('accept_and_drop', { isHidden: true })
  network.hidden.clear()
  await desk.advance(20 * MINUTE_MS)
  for (const { id } of [first, second])
    expect(await batch(id)).toMatchObject({ state: 'lost', search: { needsPerson: true } })
  expect(network.submissions).toBe(2)
  await decideBatch(operator, first.id, 1, { choice: 'match', reference: first.reference ?? '' })
  await desk.doDueWork()
  expect(await batch(second.id)).toMatchObject({ state: 'sent', reference: second.reference })
})

test('behavior: one candidate for two lost ones is for a person, and nothing is sent again before', async () => {
  const { network, desk, operator, lose, batch } = await setUp()
  const first = await lose('drop')
  await desk.advance(5 * MINUTE_MS)
  const second = await lose('accept_and_drop')
  await desk.advance(30 * MINUTE_MS)
  for (const { id } of [first, second])
    expect(await batch(id)).toMatchObject({ state: 'lost', resends: 0, search: { needsPerson: true } })
  expect(network.submissions).toBe(2)
  await decideBatch(operator, second.id, 1, { choice: 'match', reference: second.reference ?? '' })
  await desk.doDueWork()
  expect(await batch(first.id)).toMatchObject({ state: 'sent', resends: 1 })
})

test('behavior: what was judged absent and turns up late is not taken for another lost one', async () => {
  const { network, desk, lose, batch } = await setUp()
  const first = await lose('accept_and_drop', { isHidden: true })
  await desk.advance(40 * SECOND_MS)
  const second = await lose('drop')
  await desk.advance(14 * MINUTE_MS + 25 * SECOND_MS)
  expect(await batch(first.id)).toMatchObject({ state: 'sent', resends: 1 })
  network.hidden.clear()
  await desk.advance(2 * MINUTE_MS)
  expect(await batch(second.id)).toMatchObject({
    state: 'lost',
    reference: null,
    search: { needsPerson: true, candidates: [{ reference: first.reference }] },
  })
})

test('behavior: a search beside a request as large of the desk is put off without asking the network', async () => {
  const { network, desk, lose, submit, batch } = await setUp()
  const lost = await lose('drop')
  await desk.advance(3 * SECOND_MS)
  const { search } = await batch(lost.id)
  const { listings } = network
  await submit()
  const seen: unknown[] = []
  // While the network has it and has not answered yet, its list shows what nobody has matched.
  network.afterTaking = async () => {
    network.afterTaking = async () => {}
    await desk.advance(20 * SECOND_MS)
    seen.push(network.listings, (await batch(lost.id)).search)
  }
  await desk.doDueWork()
  const { searches } = search ?? {}
  expect(seen).toMatchObject([listings, { searches, candidates: [], needsPerson: false }])
  await desk.advance(SECOND_MS)
  expect(await batch(lost.id)).toMatchObject({ state: 'lost', reference: null })
})

test('behavior: a request that came and went while the list was read keeps the search from deciding', async () => {
  const { network, desk, lose, submit, batch } = await setUp()
  const lost = await lose('drop')
  await desk.advance(14 * MINUTE_MS)
  network.afterReading = async () => {
    network.afterReading = async () => {}
    await submit()
    await sendNext(desk.work, project)
  }
  await desk.advance(70 * SECOND_MS)
  expect(network.submissions).toBe(2)
  expect(await batch(lost.id)).toMatchObject({ state: 'lost', resends: 0 })
  await desk.advance(6 * MINUTE_MS)
  expect(await batch(lost.id)).toMatchObject({ state: 'sent', resends: 1 })
})

test('behavior: an outcome that another engine learnt while the list was read leaves nobody to be asked', async () => {
  const { network, desk, lose, batch, kinds } = await setUp()
  const first = await lose('accept_and_drop', { isHidden: true })
  await desk.advance(5 * MINUTE_MS)
  const second = await lose('accept_and_drop', { isHidden: true })
  network.hidden.clear()
  const found = await findBatchWork(desk.work.db, (await batch(first.id)).id)
  network.afterReading = async () => {
    network.afterReading = async () => {}
    if (found) await resolveUnknown(desk.work, found, { to: 'match', reference: first.reference ?? '' })
  }
  desk.clock.ms += 3 * SECOND_MS
  await reconcileBatch(desk.work, (await batch(second.id)).id)
  expect((await batch(first.id)).reference).toBe(first.reference)
  expect(await batch(second.id)).toMatchObject({ state: 'lost', search: { needsPerson: false } })
  await desk.advance(MINUTE_MS)
  expect(await batch(second.id)).toMatchObject({ state: 'sent', reference: second.reference })
  expect(await kinds(second.id)).not.toContain('batch_needs_person')
})
