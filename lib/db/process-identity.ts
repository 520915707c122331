import 'server-only'
import { readFileSync } from 'node:fs'

/** Tells one process from a later one that got the same pid. */
export type ProcessIdentity = { pid: number; startedAt: string }

export function identityOf(pid: number): ProcessIdentity | null {
  try {
    // The name in brackets may hold spaces; the start time is the 20th field after it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? null : { pid, startedAt: fields[19] ?? '' }
  } catch {
    return process.platform !== 'linux' && isAlive(pid) ? { pid, startedAt: '' } : null
  }
}

export function isRunning({ pid, startedAt }: ProcessIdentity): boolean {
  return identityOf(pid)?.startedAt === startedAt
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
