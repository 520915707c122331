import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase } from '../lib/db/connection/open-database.ts'
import { createTestDatabase } from '../lib/db/connection/test-database.ts'
import { migrate } from '../lib/db/migrations/migrate.ts'
import { Address } from '../lib/domain/networks/address-schema.ts'
import { newAccount, openTestDesk } from '../lib/services/testing/test-desk.ts'
import { startSandbox } from '../sandbox/start-sandbox.ts'
import { startPostgres } from './lib/postgres/start-postgres.mjs'
import { newTestDirectory } from './lib/test-directory.ts'

const APP_SECRET = 'a secret of at least 32 characters.'

function startWorker(env: Record<string, string>) {
  const child = spawn(process.execPath, ['--conditions=react-server', 'scripts/worker.ts'], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 150_000,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return { child, output: () => output }
}

async function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

test('error: with the built-in database it is refused in one line', async () => {
  const { child, output } = startWorker({ DATABASE_URL: '' })
  expect(await endOf(child)).toBe(1)
  expect(output()).toMatch(/^refresh-desk: the worker needs DATABASE_URL\..*\n$/)
})

const REFRESHES = 8

/** Two workers on one database, with refreshes to do that take a while; `url` is an empty, migrated database. */
async function shareWork(url: string) {
  vi.stubEnv('APP_SECRET', APP_SECRET)
  const database = await openDatabase({ databaseUrl: url, databaseSocket: null })
  const sandbox = await startSandbox({ settings: { crawl_tokens_per_second: 0, queue_delay_ms: 300 } })
  const headers = { authorization: `Bearer ${sandbox.controlToken}`, 'content-type': 'application/json' }
  const owner = newAccount()
  const made = await fetch(`${sandbox.url}/control/collections`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ name: 'Shared work', owner: owner.address, tokens: 60 }),
  })
  const collection = Address.parse(((await made.json()) as { address: string }).address)
  const desk = openTestDesk({ database, baseUrl: sandbox.imxUrl, collection, owner })
  await desk.sign()
  const operator = await desk.join('operator')
  const ids: string[] = []
  for (let n = 1; n <= REFRESHES; n++) ids.push((await desk.submit(operator, [String(n)])).id)

  const env = {
    DATABASE_URL: url,
    APP_SECRET,
    NETWORKS: 'imx',
    IMX_BASE_URL: sandbox.imxUrl,
    DECIDE_AFTER_SECONDS: '20',
  }
  const workers = [startWorker(env), startWorker(env)] as const
  const end = async () => {
    for (const { child } of workers) child.kill('SIGKILL')
    await Promise.all(workers.map(({ child }) => endOf(child)))
    await sandbox.stop()
    await database.close()
  }
  const countDone = async () => {
    const details = await Promise.all(ids.map(desk.read))
    return details.filter(({ state }) => state === 'succeeded').length
  }
  const accepted = async () => {
    const record = await fetch(`${sandbox.url}/control/record`, { headers })
    const { accepted } = (await record.json()) as { accepted: { token_ids: string[] }[] }
    return accepted.map(({ token_ids }) => Number(token_ids[0])).sort((a, b) => a - b)
  }
  const once = Array.from({ length: REFRESHES }, (_, at) => at + 1)
  return { workers, end, countDone, accepted, once }
}

async function onTestServer() {
  const { url, drop } = await createTestDatabase()
  const shared = await shareWork(url)
  onTestFinished(async () => {
    await shared.end()
    await drop()
  })
  await expect.poll(shared.countDone).toBeGreaterThan(0)
  return shared
}

test('default: two workers share the work, and when one is stopped the other ends it', async () => {
  const { workers, countDone, accepted, once } = await onTestServer()
  const [first, second] = workers
  first.child.kill('SIGTERM')
  expect(await endOf(first.child), first.output()).toBe(0)
  await expect.poll(countDone).toBe(REFRESHES)
  expect(await accepted()).toEqual(once)
  second.child.kill('SIGTERM')
  expect(await endOf(second.child), second.output()).toBe(0)
  expect(first.output() + second.output()).not.toContain('error')
})

test.each(['SIGKILL', 'SIGSTOP'] as const)(
  'behavior: when one of two gets %s in the middle of its work, the other ends all of it',
  async (signal) => {
    const { workers, countDone, accepted, once } = await onTestServer()
    workers[0].child.kill(signal)
    await expect.poll(countDone).toBe(REFRESHES)
    expect(await accepted()).toEqual(once)
  },
)

/** What an operator can look up. */
const away = { message: expect.stringMatching(/\w{4}/), code: expect.stringMatching(/^\w{4,}$/) }

test('behavior: when the database restarts, both go on with their work, read or not', async () => {
  const folder = newTestDirectory()
  const server = await startPostgres(folder, { isTemporary: true })
  const database = await openDatabase({ databaseUrl: server.url, databaseSocket: null })
  await migrate(database)
  await database.close()
  const { workers, end, countDone, accepted, once } = await shareWork(server.url)
  const [read, unread] = workers
  await expect.poll(countDone).toBeGreaterThan(0)
  for (const stream of [unread.child.stdout, unread.child.stderr]) stream.destroy()
  await server.stop()
  // More than a round of the workers' polls, so that both have met what is missing.
  const errors = () =>
    read
      .output()
      .split('\n')
      .filter((line) => line.includes('"level":"error"'))
  await expect.poll(() => errors().length).toBeGreaterThan(15)
  for (const line of errors()) expect(JSON.parse(line).error).toMatchObject(away)
  const again = await startPostgres(folder, { isTemporary: true })
  onTestFinished(async () => {
    await end()
    await again.stop()
  })
  await expect.poll(countDone).toBe(REFRESHES)
  expect(await accepted()).toEqual(once)
  for (const { child } of workers) {
    child.kill('SIGTERM')
    expect(await endOf(child)).toBe(0)
  }
})
