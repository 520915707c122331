import { setTimeout as pause } from 'node:timers/promises'
import type { Desk } from '../../e2e/fixtures/desk.ts'
import type { Row } from '../row.ts'
import { carriedByOthersMb } from './carried-by-others.ts'
import { type Process, processesBelow, proportionalMb, residentMb } from './processes.ts'
import { spread, timed } from './spread.ts'

const STARTS = 5
/** Ten seconds after the samples a collector still gives back a hundred megabytes. */
const REST_MS = 30_000
const AIM_MB = 450

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

/** Memory of everything that `root` leaves running, a row for each kind, and the sum. */
export async function memoryAtRest(root: number): Promise<Row[]> {
  await pause(REST_MS)
  const processes = processesBelow(root).filter(({ pid }) => proportionalMb(pid) > 0)
  const kinds = [...Map.groupBy(processes, ({ what }) => what)]
  const row = (what: string, of: Process[], aim: string, more = ''): Row => [
    `Memory at rest, ${what}`,
    `${total(of, proportionalMb)} MB`,
    aim,
    `proportional set size, ${REST_MS / 1000} s after the samples settled; resident ${total(of, residentMb)} MB${more}`,
  ]
  const carried = carriedByOthersMb(processes.map(({ pid }) => pid)).toFixed(0)
  return [
    ...kinds.map(([what, of]) =>
      row(what === 'PostgreSQL' ? `PostgreSQL (${of.length} processes)` : what, of, ''),
    ),
    row(
      'all processes',
      processes,
      `${AIM_MB} MB`,
      `; programs besides carry ${carried} MB of files they share`,
    ),
  ]
}

const total = (processes: Process[], megabytes: (pid: string) => number) =>
  processes.reduce((sum, { pid }) => sum + megabytes(pid), 0).toFixed(0)
