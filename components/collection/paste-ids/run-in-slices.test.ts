import { describe, expect, test } from 'vitest'
import { type Choice, readIds } from '../../../lib/domain/assets/id-list/read-ids.ts'
import { recogniseIds } from '../../../lib/domain/assets/id-list/recognise-ids.ts'
import { runInSlices } from './run-in-slices.ts'

const LINES = 100_000
const MOST_LINES_A_STEP = 300

const ids = Array.from({ length: LINES }, (_, at) => String(at + 1))
const forms: [string, string, Choice][] = [
  ['lines', ids.join('\n'), 'list'],
  ['one line', ids.join(', '), 'list'],
  ['one line without spaces', ids.map((id) => `${id}0000`).join(','), 'list'],
  ['CSV', `token_id,name\n${ids.map((id) => `${id},"Warden #${id}"`).join('\n')}`, 0],
  ['spaced columns', `id level\n${ids.map((id) => `${id} 3`).join('\n')}`, 0],
  ['JSON on one line', JSON.stringify(ids), 0],
  [
    'JSON on many lines',
    JSON.stringify(
      ids.map((token_id) => ({ token_id })),
      null,
      2,
    ),
    0,
  ],
]

/** A clock that each reading moves on, so that a slice is a number of steps. */
function stepClock() {
  let time = 0
  let tasks = 0
  return {
    now: () => time++,
    nextTask: async () => {
      tasks++
    },
    tasks: () => tasks,
  }
}

describe('100,000 lines', () => {
  // A slice of the clock is eight steps, and the page has its turn after each.
  const fewestTasks = LINES / MOST_LINES_A_STEP / 8

  test.each(forms)('behavior: %s: recognised and read in small steps', async (_, text, choice) => {
    const [first, second] = [stepClock(), stepClock()]
    const { signal } = new AbortController()
    const source = await runInSlices(recogniseIds(text), signal, first)
    if (source === 'aborted' || source.value.kind === 'unreadable') throw new Error('not read')
    const report = await runInSlices(readIds(source.value, choice, {}, LINES), signal, second)
    if (report === 'aborted') throw new Error('not read')
    expect(report.value).toMatchObject({ refusedCount: 0, duplicateCount: 0 })
    expect(report.value.ids.length).toBe(LINES)
    if (source.value.kind === 'table') expect(first.tasks()).toBeGreaterThan(fewestTasks)
    expect(second.tasks()).toBeGreaterThan(fewestTasks)
  })
})

test('behavior: what is aborted takes no further step', async () => {
  const abort = new AbortController()
  let steps = 0
  function* endless(): Generator<void, never> {
    for (;;) {
      steps++
      yield
    }
  }
  const clock = stepClock()
  const nextTask = async () => {
    if (steps > 20) abort.abort()
  }
  expect(await runInSlices(endless(), abort.signal, { ...clock, nextTask })).toBe('aborted')
  const taken = steps
  await Promise.resolve()
  expect(steps).toBe(taken)
})
