import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ErrorPage, newWallet, sign, startTestWorld } from './testing/world.ts'

let dataDir: string
const children: ChildProcess[] = []
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sandbox-'))
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

function spawnSandbox(env: Record<string, string>) {
  const child = spawn(process.execPath, ['sandbox/main.ts'], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      SANDBOX_CONTROL_TOKEN: 'told',
      SANDBOX_DATA_DIR: dataDir,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  return child
}

async function ready(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('No output to read.')
  for await (const line of createInterface(child.stdout)) {
    const url = /^Sandbox ready on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1]
    if (url) return url
  }
  throw new Error('The sandbox ended before it was ready.')
}

test('behavior: killed in the middle of a crawl, it judges every token once after the restart', async () => {
  const child = spawnSandbox({
    SANDBOX_PORT: '0',
    SANDBOX_CRAWL_TOKENS_PER_SECOND: '100',
    SANDBOX_QUEUE_DELAY_MS: '0',
  })
  const url = await ready(child)
  const owner = newWallet()
  const headers = await sign(owner)
  const post = (path: string, body: unknown, more = {}) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer told', ...more },
      body: JSON.stringify(body),
    }).then((response) => response.json())
  const tokens = Array.from({ length: 200 }, (_, at) => String(at + 1))
  const broken = Object.fromEntries(tokens.filter((id) => Number(id) % 2).map((id) => [id, 'not_found']))
  const { address } = await post('/control/collections', {
    name: 'Kept',
    owner: owner.address,
    tokens: 200,
    broken,
  })
  const { refresh_id } = await post(
    '/imx/v1/metadata-refreshes',
    { collection_address: address, token_ids: tokens },
    headers,
  )
  await post('/control/metadata', { collection_address: address, patch: { name: 'Kept name' } })
  for (let failed = 0; failed < 10; ) {
    const answer = await fetch(`${url}/imx/v1/metadata-refreshes/${refresh_id}`, { headers })
    failed = (await answer.json()).summary.failed
  }
  child.kill('SIGKILL')
  await once(child, 'exit')

  const again = await startTestWorld({ dataDir })
  try {
    const settled = await again.settled(refresh_id, headers)
    expect(settled.summary).toEqual({ succeeded: 100, failed: 100, pending: 0 })
    const errors = await again.get<ErrorPage>(
      `/metadata-refreshes/${refresh_id}/errors?page_size=200`,
      headers,
    )
    expect(new Set(errors.body.result.map(({ token_id }) => token_id)).size).toBe(100)
    const asset = await again.get<{ name: string; image_url: string }>(`/assets/${address}/200`)
    expect(asset.body.name).toBe('Kept name')
    expect((await fetch(asset.body.image_url)).status).toBe(200)
    const next = await again.submit(headers, address, ['1'])
    expect(next.headers.get('x-imx-remaining-refreshes')).toBe('18')
  } finally {
    await again.sandbox.stop()
  }
  const signature = headers['x-imx-eth-signature'].slice(2)
  expect(readFileSync(join(dataDir, 'world.jsonl'), 'utf8')).not.toContain(signature)
})

test('behavior: SIGTERM ends it cleanly, with a slow answer still under way', async () => {
  const child = spawnSandbox({ SANDBOX_PORT: '0', SANDBOX_LATENCY_MS: '30000' })
  const asked = fetch(`${await ready(child)}/imx/v1/collections`).then(
    () => 'answered',
    () => 'cut off',
  )
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(await asked).toBe('cut off')
})

test.each([
  { SANDBOX_PORT: 'high', says: 'SANDBOX_PORT must be a port number.' },
  { SANDBOX_QUOTA_LIMIT: 'many', says: 'quota_limit must be a number from 0 up.' },
])('error: a bad setting is one clear line: $says', async ({ says, ...env }) => {
  const child = spawnSandbox({ SANDBOX_PORT: '0', ...env })
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said += chunk
  })
  expect(await once(child, 'close')).toEqual([1, null])
  expect(said).toBe(`sandbox: ${says}\n`)
})

test('error: a taken port is one clear line and exit code 1', async () => {
  const { sandbox } = await startTestWorld()
  const { port } = new URL(sandbox.url)
  const child = spawnSandbox({ SANDBOX_PORT: port })
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said += chunk
  })
  expect(await once(child, 'close')).toEqual([1, null])
  expect(said).toBe(`sandbox: port ${port} is taken. Set SANDBOX_PORT to another.\n`)
  await sandbox.stop()
})
