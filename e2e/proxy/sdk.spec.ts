import { expect } from '@playwright/test'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { startSandbox } from '../../sandbox/start-sandbox.ts'
import { makeToken } from '../fixtures/access-token.ts'
import { type Desk, startDesk } from '../fixtures/desk.ts'
import { freePort } from '../fixtures/free-port.ts'
import { test } from '../fixtures/hydrated.ts'
import { sdkClient, sdkSigner } from '../fixtures/script/core-sdk.ts'
import { sendRaw } from '../fixtures/script/raw.ts'
import { walkThrough, withoutIdsAndTimes } from '../fixtures/script/walkthrough.ts'
import { signInByApi } from '../fixtures/sign-in.ts'
import { refreshPage } from '../pages/refresh-page.ts'

const setupToken = 'e2e-set-up-token-0123456789-0123456789'
const collection = '0x5c41e0f6a7b3d2918c74be1a90d35f2e8b67a4c1'
const ownerKey = generatePrivateKey()
const owner = sdkSigner(ownerKey)
const stranger = sdkSigner(generatePrivateKey())
const broken = { 2: 'not_found', 4: 'html', 7: 'server_error', 9: 'invalid_json', 11: 'not_found' }

const never = 3_600_000

/** The very same world each time it is started: same address, owner, tokens; and it stands still until it is led on. */
async function startWorld(port: number) {
  const settings = { queue_delay_ms: never, crawl_tokens_per_second: 1_000 / never }
  const sandbox = await startSandbox({ port, settings })
  const plan = { address: collection, name: 'Script relics', owner: owner.address, tokens: 18, broken }
  // Not by `fetch`, which may still hold a connection to the world that was at this port before.
  const control = async (path: string, body: object) => {
    const { status } = await sendRaw(sandbox.url, {
      method: 'POST',
      target: `/control${path}`,
      headers: { authorization: `Bearer ${sandbox.controlToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(status).toBeLessThan(300)
  }
  await control('/collections', plan)
  /** Whatever a client has just heard of gives way to the next; a refresh that comes later stays queued. */
  const leadOn = async (state: string) => {
    if (state === 'queued') await control('/settings', { queue_delay_ms: 0 })
    if (state === 'in_progress')
      await control('/settings', { queue_delay_ms: never, crawl_tokens_per_second: 0 })
  }
  return { ...sandbox, leadOn }
}

test('the official SDK hears through the desk what it hears without it, and the team sees what it did', async ({
  page,
}) => {
  test.setTimeout(480_000)
  const port = await freePort()
  let world = await startWorld(port)
  const studio = { owner, stranger, collection }
  const direct = await walkThrough({
    ...studio,
    client: sdkClient(world.imxUrl),
    onState: world.leadOn,
  }).finally(world.stop)

  world = await startWorld(port)
  const desk = await startDesk({
    NETWORKS: 'imx',
    IMX_BASE_URL: world.imxUrl,
    IMX_REQUESTS_PER_SECOND: '0',
    SETUP_TOKEN: setupToken,
  })
  try {
    const { request } = page.context()
    const admin = privateKeyToAccount(generatePrivateKey())
    expect((await signInByApi(request, desk.url, admin, setupToken)).ok()).toBe(true)
    const { authorization } = await makeToken(request, desk.url)
    const client = sdkClient(`${desk.url}/api/imx`, { Authorization: authorization })
    const api = askAs(desk, authorization)
    const onState = async (state: string) => {
      if (state === 'queued') await watch()
      await world.leadOn(state)
    }
    const watch = async () => {
      const [made] = (await api('/refreshes?source=script')).items
      await page.goto(`${desk.url}/refreshes/${made.id}`)
      await refreshPage(page).expectState('Running')
    }
    const through = await walkThrough({ ...studio, client, onState })

    expect(withoutIdsAndTimes(through.steps)).toEqual(withoutIdsAndTimes(direct.steps))
    expect(through.steps.find(({ call }) => call === 'statuses in order')?.result).toEqual([
      'queued',
      'in_progress',
      'completed',
    ])
    expect(through.steps.filter(({ call }) => call === 'errors')).toHaveLength(4)
    expect(through.steps.find(({ call }) => call === 'create of a stranger')?.result).toMatchObject({
      code: 'forbidden',
      message: expect.any(String),
    })

    // The page was opened while it ran, and nobody touched it since.
    await refreshPage(page).expectState('Partly failed')
    await refreshPage(page).expectCounts({ succeeded: 13, failed: 5, pending: 0 })

    const id = page.url().split('/').at(-1)
    const record = await api(`/refreshes/${id}`)
    expect(record).toMatchObject({
      source: 'script',
      state: 'partly_failed',
      signer: { address: owner.address.toLowerCase() },
      batches: [{ reference: through.refreshId, state: 'finished' }],
      progress: { total: 18, succeeded: 13, failed: 5, pending: 0, unknown: 0 },
    })
    const causes = record.causes.map((cause: { errorCode: string; httpStatus: number; count: number }) => [
      cause.errorCode,
      cause.httpStatus,
      cause.count,
    ])
    expect(causes.sort()).toEqual([
      ['invalid_response_status_code', 404, 2],
      ['invalid_response_status_code', 500, 1],
      ['unable_to_decode_response', 200, 1],
      ['unable_to_decode_response', 200, 1],
    ])
    const failures = (await api(`/refreshes/${id}/failures`)).items
    const tokens = failures.map(({ tokenId }: { tokenId: string }) => Number(tokenId))
    expect(tokens.sort((a: number, b: number) => a - b)).toEqual(Object.keys(broken).map(Number))
  } finally {
    await desk.remove()
    await world.stop()
  }
})

/** Our own API, by the same token and without a browser. */
const askAs = (desk: Desk, authorization: string) => async (path: string) => {
  const answer = await fetch(`${desk.url}/api${path}`, { headers: { authorization, connection: 'close' } })
  expect(answer.status).toBe(200)
  return answer.json()
}
