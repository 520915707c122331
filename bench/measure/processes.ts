import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

type Process = { pid: string; what: 'sandbox' | 'desk' | 'launcher' }

const parentOf = (pid: string) =>
  readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')[1]

/** Each process below `root`, itself included, by what it runs. */
export function processesBelow(root: number): Process[] {
  const parents = new Map<string, string | undefined>()
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
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
    const what = command.includes('sandbox/main') ? 'sandbox' : command.includes('next') ? 'desk' : 'launcher'
    return { pid, what }
  })
}

/** The process that serves the product. */
export function deskProcess(root: number): string {
  const pid = processesBelow(root).find(({ what }) => what === 'desk')?.pid
  if (!pid) throw new Error('The desk runs no server.')
  return pid
}

const megabytes = (pid: string, name: 'VmRSS' | 'VmHWM') =>
  Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

export const residentMb = (pid: string) => megabytes(pid, 'VmRSS')

/** The most that was resident since `forgetPeak`. */
export const peakMb = (pid: string) => megabytes(pid, 'VmHWM')

export const forgetPeak = (pid: string) => writeFileSync(`/proc/${pid}/clear_refs`, '5')
