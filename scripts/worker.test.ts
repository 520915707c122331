import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Address } from '../lib/collection/address.ts'
import { openDatabase } from '../lib/db/open-database.ts'
import { createTestDatabase } from '../lib/db/test-database.ts'
import { newAccount, openTestDesk } from '../lib/services/test-desk.ts'
import { startSandbox } from '../sandbox/start-sandbox.ts'

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

async function newDatabase() {
  const { url, drop } = await createTestDatabase()
  const database = await openDatabase({ databaseUrl: url, databaseSocket: null })
  const remove = async () => {
    await database.close()
    await drop()
  }
  return { database, url, remove }
}

test('error: with the built-in database it is refused in one line', async () => {
  const { child, output } = startWorker({ DATABASE_URL: '' })
  expect(await endOf(child)).toBe(1)
  expect(output()).toMatch(/^refresh-desk: the worker needs DATABASE_URL\..*\n$/)
})

test('default: two workers share the work, and when one is stopped the other ends it', async () => {
  vi.stubEnv('APP_SECRET', APP_SECRET)
  const { database, url, remove } = await newDatabase()
  const sandbox = await startSandbox({ settings: { crawl_tokens_per_second: 0, queue_delay_ms: 300 } })
  const workers: ChildProcess[] = []
  onTestFinished(async () => {
    for (const child of workers) child.kill('SIGKILL')
    await Promise.all(workers.map(endOf))
    await sandbox.stop()
    await remove()
  })
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
  const refreshIds: string[] = []
  for (let n = 1; n <= 6; n++) refreshIds.push((await desk.submit(operator, [String(n)])).id)

  const env = { DATABASE_URL: url, APP_SECRET, NETWORKS: 'imx', IMX_BASE_URL: sandbox.imxUrl }
  const [first, second] = [startWorker(env), startWorker(env)]
  workers.push(first.child, second.child)
  const settled = async () => {
    const details = await Promise.all(refreshIds.map(desk.read))
    return details.filter(({ state }) => state === 'succeeded').length
  }
  await expect.poll(settled).toBeGreaterThan(0)
  first.child.kill('SIGTERM')
  expect(await endOf(first.child), first.output()).toBe(0)
  await expect.poll(settled).toBe(6)
  const record = await fetch(`${sandbox.url}/control/record`, { headers })
  const { accepted } = (await record.json()) as { accepted: { token_ids: string[] }[] }
  expect(accepted.map(({ token_ids }) => token_ids[0]).sort()).toEqual(['1', '2', '3', '4', '5', '6'])
  second.child.kill('SIGTERM')
  expect(await endOf(second.child), second.output()).toBe(0)
  expect(first.output() + second.output()).not.toContain('error')
})
