import { type ChildProcess, spawn } from 'node:child_process'
import { onEnd } from './on-end.ts'

const living = new Set<ChildProcess>()

// SIGKILL also ends a frozen one.
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL')
})

export type Ended = { code: number | null; signal: NodeJS.Signals | null; isLate: boolean; errors: string[] }
export type Child = { child: ChildProcess; ended: Promise<Ended>; output: () => string }

/** A Node process of ours that never outlives this one, nor `limitMs`. */
export function startChild(args: string[], env: Record<string, string>, limitMs: number): Child {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  living.add(child)
  let output = ''
  const keep = (chunk: Buffer) => {
    output += chunk
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  let isLate = false
  const limit = setTimeout(() => {
    isLate = true
    child.kill('SIGKILL')
  }, limitMs)
  limit.unref()
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => {
      clearTimeout(limit)
      living.delete(child)
      void forget()
      resolve({ code, signal, isLate, errors: errorsIn(output) })
    })
  })
  const forget = onEnd(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { child, ended, output: () => output }
}

/** What the engine logged as an error, each kind once. */
function errorsIn(output: string): string[] {
  const messages = output.split('\n').flatMap((line) => {
    if (!line.startsWith('{')) return /^\s*\w*Error: /.test(line) ? [line.trim()] : []
    try {
      const { level, job, error } = JSON.parse(line)
      return level === 'error' ? [`${job}: ${error?.message ?? error}`.replace(/\s+/g, ' ').slice(-200)] : []
    } catch {
      return []
    }
  })
  return [...new Set(messages)]
}
