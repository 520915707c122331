import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startPostgres } from './lib/postgres/start-postgres.mjs'
import { newTestDirectory } from './lib/test-directory.ts'

type Outcome = { code: number | null; stderr: string; stdout: string }

/** The launcher up to its refusal, which must come before any build. */
async function start(env: Record<string, string>): Promise<Outcome> {
  const port = await freePort()
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: newTestDirectory(),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 150_000,
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk) => (stdout += chunk))
  child.stderr.on('data', (chunk) => (stderr += chunk))
  const [code] = await once(child, 'close')
  return { code, stdout, stderr }
}

async function listen(): Promise<{ port: number; close: () => void }> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return { port: address && typeof address === 'object' ? address.port : 0, close: () => server.close() }
}

/** Below the ports that the system gives to whoever asks for any, so that nobody gets it meanwhile. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 30_000)
    const server = createServer().listen(port, '127.0.0.1')
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    )
    server.close()
    if (isFree) return port
  }
}

function expectRefusal({ code, stdout, stderr }: Outcome, line: RegExp): void {
  expect(stderr).toMatch(line)
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  expect(stdout).not.toContain('Building')
  expect(code).toBe(1)
}

test('error: a taken port is named in one line', async () => {
  const { port, close } = await listen()
  expectRefusal(
    await start({ PORT: String(port) }),
    new RegExp(`^refresh-desk: PORT ${port} is already in use`),
  )
  close()
})

test('error: a taken port of the sandbox is named in one line', async () => {
  const { port, close } = await listen()
  expectRefusal(
    await start({ SANDBOX_PORT: String(port) }),
    new RegExp(`^refresh-desk: SANDBOX_PORT ${port} is already`),
  )
  close()
})

test('error: a data directory that cannot be written is named in one line', async () => {
  const file = join(newTestDirectory(), 'file')
  writeFileSync(file, '')
  expectRefusal(await start({ DATA_DIR: file }), /^refresh-desk: DATA_DIR .* cannot be written/)
})

test('error: a bad setting is named in one line', async () => {
  expectRefusal(
    await start({ NETWORKS: 'imx,zkevm' }),
    /^refresh-desk: NETWORKS names an unknown network "zkevm"/,
  )
})

test('error: a setting that is nearly one of ours is named in one line, instead of starting the demo', async () => {
  expectRefusal(
    await start({ NETWROKS: 'imx' }),
    /^refresh-desk: NETWROKS is not a setting; rename it if you mean NETWORKS, otherwise unset it$/m,
  )
})

test('error: a second instance on the same data directory is refused, and nothing is touched', async () => {
  const dataDir = newTestDirectory()
  const { stop } = await startPostgres(join(dataDir, 'demo'), { isTemporary: true })
  const before = readdirSync(join(dataDir, 'demo'))
  const outcome = await start({ DATA_DIR: dataDir, SANDBOX_PORT: String(await freePort()) })
  expectRefusal(outcome, /^refresh-desk: The data directory .* is in use by another Refresh Desk$/m)
  expect(readdirSync(join(dataDir, 'demo'))).toEqual(before)
  await stop()
})
