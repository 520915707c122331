import type { Desk } from '../../e2e/fixtures/desk.ts'
import type { Row } from '../row.ts'
import { processesBelow, residentMb } from './processes.ts'
import { spread, timed } from './spread.ts'

const STARTS = 5

/** `npm start` with everything built, from the command to the first 200 of /readyz. */
export async function startTimes(desk: Desk): Promise<Row[]> {
  const samples: number[] = []
  for (let run = 0; run < STARTS; run++) {
    await desk.end()
    samples.push(await timed(() => desk.start()))
  }
  const { min, p50, max } = spread(samples)
  const digits = (value: number) => (value / 1000).toFixed(1)
  return [
    [
      'From npm start (built) to /readyz',
      `${digits(p50)} s (${digits(min)} to ${digits(max)})`,
      '3 s',
      `${STARTS} starts, sandbox included`,
    ],
  ]
}

/** Resident memory of each process below `root`, by what it runs. */
export function memoryAtRest(root: number): Row[] {
  return processesBelow(root).map(({ pid, what }) => [
    `Memory at rest, ${what}`,
    `${residentMb(pid).toFixed(0)} MB`,
    '',
    'resident, after the samples settled',
  ])
}
