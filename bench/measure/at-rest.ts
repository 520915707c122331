import { readdirSync, readFileSync } from 'node:fs'
import type { Desk } from '../../e2e/fixtures/desk.ts'
import { spread, timed } from './spread.ts'

const STARTS = 5

/** `npm start` with everything built, from the command to the first 200 of /readyz. */
export async function startTimes(desk: Desk) {
  const samples: number[] = []
  for (let run = 0; run < STARTS; run++) {
    await desk.end()
    samples.push(await timed(() => desk.start()))
  }
  const { min, p50, max } = spread(samples)
  const seconds = (value: number) => (value / 1000).toFixed(1)
  return [
    [
      'From npm start (built) to /readyz',
      `${seconds(p50)} s (${seconds(min)} to ${seconds(max)})`,
      '3 s',
      `${STARTS} starts, sandbox included`,
    ],
  ]
}

const parentOf = (pid: string) =>
  readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')[1]

/** Resident memory of each process below `root`, by what it runs. */
export function memoryAtRest(root: number) {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const parents = new Map<string, string | undefined>()
  for (const pid of pids) {
    try {
      parents.set(pid, parentOf(pid))
    } catch {
      // The process ended between the listing and this look.
    }
  }
  const isBelow = (pid: string | undefined): boolean =>
    pid !== undefined && (pid === String(root) || isBelow(parents.get(pid)))
  return [...parents.keys()].filter(isBelow).map((pid) => {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
    const what = command.includes('sandbox/main') ? 'sandbox' : command.includes('next') ? 'desk' : 'launcher'
    return [
      `Memory at rest, ${what}`,
      `${(kilobytes / 1024).toFixed(0)} MB`,
      '',
      'resident, after the samples settled',
    ]
  })
}
