import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { processesBelow } from '../measure/processes.ts'

/** SIGKILL to `root` and everything that it started, without a pause between them; returns how many there were. */
export async function killAll(root: number): Promise<number> {
  const pids = processesBelow(root).map(({ pid }) => Number(pid))
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // Gone with the one that started it.
    }
  }
  while (pids.some(isThere)) await pause(5)
  return pids.length
}

/** A dead one that nobody has asked after keeps its number, and holds its ports until the last of its threads is gone. */
function isThere(pid: number): boolean {
  try {
    const isDead = / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, ''))
    return !isDead || readdirSync(`/proc/${pid}/task`).length > 1
  } catch {
    return false
  }
}
