import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Asked } from '../../../sandbox/testing/asked.ts'
import type { Scripted } from '../../../sandbox/testing/script.ts'
import { isFinished } from '../../domain/batches/state.ts'
import { FailurePage } from '../../domain/failures/failure-schema.ts'
import { RefreshDetail } from '../../domain/refreshes/model-schema.ts'
import { oddFailure, oddPage, oddRefresh, oddSummary, oddValue } from '../../networks/imx/test-odd-json.ts'
import { readSnapshot } from '../live/read-changes.ts'
import { listFailures } from '../refreshes/list-failures.ts'
import { submitRefresh } from '../refreshes/submit-refresh.ts'
import { newAddress } from '../testing/test-desk.ts'
import { ids, setUpEngine } from '../testing/test-engine.ts'

const MINUTE_MS = 60_000
/** From the first poll to past two days, when what has not ended has stalled. */
const stepsMinutes = [0.1, 1, 5, 10, 10, 30, 60, 120, 180, 180, 600, 900, 900, 60]
/** Some pages for each token of the largest refresh, however long the lists say they are. */
const STALLED_AFTER_HOURS = 49
const MOST_ASKED_A_STEP = 400

/** Of one refresh; of lists only what does not say that the network as a whole is in trouble. */
const ofOne = fc.constantFrom(200, 200, 200, 200, 200, 200, 404, 418, 302, 500)
const ofList = fc.constantFrom(200, 200, 200, 404, 400)

const completed = fc.record({ status: fc.constant('completed'), summary: oddSummary })
/** Answers that are given one after the other, over and over. Null tells the truth. */
const round = (status: fc.Arbitrary<number>, body: fc.Arbitrary<unknown>) =>
  fc.array(fc.option(fc.record({ status, body })), { minLength: 1, maxLength: 4 })

/** How a network speaks of one refresh. */
const oddNetwork = fc.record({
  size: fc.integer({ min: 1, max: 20 }),
  submission: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<Scripted>('accept', 'accept_and_drop', 'drop') },
    {
      weight: 1,
      arbitrary: fc.record({
        status: fc.constantFrom(200, 202, 302, 400, 418, 500),
        body: fc.oneof(oddRefresh, oddValue),
      }),
    },
  ),
  status: round(ofOne, fc.oneof(oddRefresh, completed)),
  failures: round(ofOne, oddPage(oddFailure)),
  list: round(ofList, oddPage(oddRefresh)),
  /** Cursors that are never the same, whatever the pages say. */
  isEndless: fc.boolean(),
})
type OddNetwork = typeof oddNetwork extends fc.Arbitrary<infer T> ? T : never

/** Answers so to what `isIts`, and counts how much was asked. */
function speakOddly(odd: OddNetwork, isIts: (asked: Asked) => boolean) {
  const count = { status: 0, failures: 0, list: 0 }
  const instead = (asked: Asked) => {
    const { what } = asked
    if (what === 'assets' || what === 'other' || !isIts(asked)) return null
    const told = odd[what][count[what] % odd[what].length] ?? null
    count[what] += 1
    if (!told || !odd.isEndless || what === 'status') return told
    const page = typeof told.body === 'object' && told.body !== null ? told.body : {}
    return { ...told, body: { ...page, cursor: `c${count[what]}`, remaining: 1 } }
  }
  return { instead, asked: () => count.status + count.failures + count.list }
}

test('behavior: whatever a network says of a refresh, it ends or asks a person, its totals add up, and nobody else is disturbed', async () => {
  const { network, desk, operator } = await setUpEngine()
  const { db } = desk.work
  const target = desk.work.networks.get('imx')

  const check = async (id: string, size: number) => {
    const detail = RefreshDetail.parse(await desk.read(id))
    await readSnapshot(desk.work, id)
    const { total, ...parts } = detail.progress
    expect(total).toBe(size)
    expect(Object.values(parts).every((part) => part >= 0)).toBe(true)
    expect(Object.values(parts).reduce((sum, part) => sum + part)).toBe(size)
    const rows = await db.failure.count({ where: { refreshId: id } })
    expect(rows).toBeLessThanOrEqual(size)
    FailurePage.parse(await listFailures(operator, id, { pageSize: 100 }))
    return detail
  }

  const live = async (odd: OddNetwork) => {
    await desk.sign()
    const { id } = await desk.submit(operator, ids(odd.size))
    network.script = [odd.submission]
    const bystander = newAddress()
    network.addCollection(bystander)
    const isIts = ({ collection, id: asked }: Asked) =>
      collection !== bystander &&
      !network.taken.some((taken) => taken.id === asked && taken.collection === bystander)
    const { instead, asked } = speakOddly(odd, isIts)
    network.instead = instead
    await desk.doDueWork()
    await desk.sign()
    const other = await submitRefresh(operator, {
      network: 'imx',
      collection: bystander,
      selection: { ids: ['1', '2', '3'] },
    })
    await desk.doDueWork()
    for (const minutes of stepsMinutes) {
      await desk.sign()
      const before = asked()
      await desk.advance(minutes * MINUTE_MS)
      expect(asked() - before).toBeLessThan(MOST_ASKED_A_STEP)
      await check(id, odd.size)
      expect(target.breaker.state()).toBe('closed')
    }
    expect(await desk.read(other.id)).toMatchObject({ state: 'succeeded', progress: { succeeded: 3 } })
    expect(['answers', 'unknown']).toContain((await target.readHealth()).state)
    const isOver = async () => {
      const { state, batches } = await check(id, odd.size)
      return isFinished(state) || state === 'stalled' || batches.some(({ search }) => search?.needsPerson)
    }
    if (!(await isOver())) {
      // One that was sent again has its two days from then on.
      await desk.sign()
      await desk.advance(STALLED_AFTER_HOURS * 60 * MINUTE_MS)
      await desk.advance(MINUTE_MS)
    }
    return { id, other: other.id, isOver: await isOver() }
  }

  await fc.assert(
    fc.asyncProperty(oddNetwork, async (odd) => {
      const { id, other, isOver } = await live(odd)
      expect(isOver).toBe(true)
      network.instead = () => null
      network.forgetTaken()
      await db.refresh.deleteMany({ where: { id: { in: [id, other] } } })
    }),
    { numRuns: 8, endOnFailure: true },
  )
})
