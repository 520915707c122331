import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Control } from '../../e2e/fixtures/control.ts'
import { startChild } from './children.ts'

const HOURS_6 = 6 * 3_600_000
const START_MS = 120_000

export type SandboxProcess = { url: string; token: string; control: Control; stop(): Promise<void> }

/** The sandbox as a process of its own, on a free port. */
export async function startSandboxProcess(): Promise<SandboxProcess> {
  const token = randomBytes(24).toString('hex')
  const env = { SANDBOX_PORT: '0', SANDBOX_CONTROL_TOKEN: token }
  const { child, ended, output } = startChild(['sandbox/main.ts'], env, HOURS_6)
  for (const until = Date.now() + START_MS; ; await pause(50)) {
    const url = /ready on (\S+)/.exec(output())?.[1]
    if (url) {
      const stop = async () => {
        child.kill('SIGTERM')
        await ended
      }
      return { url, token, control: new Control(url, token), stop }
    }
    if (child.exitCode !== null || Date.now() > until) throw new Error(`No sandbox:\n${output()}`)
  }
}
