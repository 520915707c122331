import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'

/** Whether processes can be kept on cores of their own here. */
export const canPin = cpus().length > 1 && hasTaskset()

function hasTaskset(): boolean {
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Keeps all threads of a process on one core; without `taskset` it stays where it likes. */
export function pin(pid: string | number, core: number): void {
  if (canPin) execFileSync('taskset', ['--all-tasks', '-pc', String(core), String(pid)], { stdio: 'ignore' })
}
