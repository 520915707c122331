import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

type What = 'npm' | 'launcher' | 'sandbox' | 'desk' | 'PostgreSQL'
export type Process = { pid: string; what: What }

const read = (pid: string, file: string) => readFileSync(`/proc/${pid}/${file}`, 'utf8')

const parentOf = (pid: string) =>
  read(pid, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ')[1]

/** By name and command line alone: who serves and who starts whom differs between layouts of the product. */
function whatRuns(pid: string): What {
  const command = read(pid, 'cmdline').replaceAll('\0', ' ')
  if (command.includes('sandbox/main')) return 'sandbox'
  if (/next-server|next\/dist\/bin/.test(command)) return 'desk'
  if (['postgres', 'flock', 'sh', 'dash'].includes(read(pid, 'comm').trim())) return 'PostgreSQL'
  return /^npm |npm-cli/.test(command) ? 'npm' : 'launcher'
}

/** `look` for each process that is there; one may end between the listing and the look. */
const whereThere = <T>(pids: string[], look: (pid: string) => T): T[] =>
  pids.flatMap((pid) => {
    try {
      return [look(pid)]
    } catch {
      return []
    }
  })

/** Each process below `root`, itself included, by what it runs. */
export function processesBelow(root: number): Process[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const parents = new Map(whereThere(pids, (pid) => [pid, parentOf(pid)] as const))
  const isBelow = (pid: string | undefined): boolean =>
    pid !== undefined && (pid === String(root) || isBelow(parents.get(pid)))
  return whereThere([...parents.keys()].filter(isBelow), (pid) => ({ pid, what: whatRuns(pid) }))
}

/** The process that serves the product. */
export function deskProcess(root: number): string {
  const pid = processesBelow(root).find(({ what }) => what === 'desk')?.pid
  if (!pid) throw new Error('The desk runs no server.')
  return pid
}

const megabytes = (pid: string, file: 'status' | 'smaps_rollup', name: string) =>
  Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(read(pid, file))?.[1] ?? 0) / 1024

export const residentMb = (pid: string) => megabytes(pid, 'status', 'VmRSS')

/** What is shared counts in parts: those of all processes add up to what they take together. */
export const proportionalMb = (pid: string) => megabytes(pid, 'smaps_rollup', 'Pss')

/** The most that was resident since `forgetPeak`. */
export const peakMb = (pid: string) => megabytes(pid, 'status', 'VmHWM')

export const forgetPeak = (pid: string) => writeFileSync(`/proc/${pid}/clear_refs`, '5')
