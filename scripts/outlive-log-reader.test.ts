import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../e2e/fixtures/free-port.ts'

test('behavior: the sandbox serves and stops when nobody reads what it prints', async () => {
  const port = String(await freePort())
  const child = spawn(process.execPath, ['scripts/sandbox.mjs'], {
    env: { ...process.env, SANDBOX_PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  child.stdout.destroy()
  child.stderr.destroy()
  const status = () =>
    fetch(`http://127.0.0.1:${port}/healthz`).then(
      (answer) => answer.status,
      () => (child.exitCode === null ? 'starting' : 'ended'),
    )
  await expect.poll(status).not.toBe('starting')
  expect(await status()).toBe(200)
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  expect(await ended).toEqual([143, null])
})
