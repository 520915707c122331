import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type ErrorPage,
  newWallet,
  nowSeconds,
  type RefreshPage,
  type Status,
  sign,
  startTestWorld,
} from '../testing/world.ts'

let world: Awaited<ReturnType<typeof startTestWorld>>
beforeAll(async () => {
  world = await startTestWorld()
})
afterAll(() => world?.sandbox.stop())

const owned = async (tokens?: number, broken?: Parameters<typeof world.makeCollection>[2]) => {
  const owner = newWallet()
  return { owner, headers: await sign(owner), ...(await world.makeCollection(owner.address, tokens, broken)) }
}
const range = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1))

test('default: every kind of broken token fails as documented, and the others change', async () => {
  const broken = {
    1: 'not_found',
    2: 'server_error',
    3: 'slow',
    4: 'html',
    5: 'invalid_json',
    6: 'flaky',
  } as const
  const { address, headers } = await owned(8, broken)
  await world.control('POST', '/metadata', {
    collection_address: address,
    patch: { name: 'Revealed', Level: 61 },
  })
  const { body, status } = await world.submit(headers, address, [...range(8), '99'])
  expect(status).toBe(202)
  const settled = await world.settled(body.refresh_id, headers)
  expect(settled.summary).toEqual({ succeeded: 3, failed: 6, pending: 0 })
  const errors = await world.get<ErrorPage>(`/metadata-refreshes/${body.refresh_id}/errors`, headers)
  const causes = errors.body.result
    .sort((a, b) => Number(a.token_id) - Number(b.token_id))
    .map((row) => [row.token_id, row.error_code, row.client_response_status_code])
  expect(causes).toEqual([
    ['1', 'invalid_response_status_code', 404],
    ['2', 'invalid_response_status_code', 500],
    ['3', 'unable_to_retrieve_metadata', null],
    ['4', 'unable_to_decode_response', 200],
    ['5', 'unable_to_decode_response', 200],
    ['99', 'token_not_found', null],
  ])
  expect(errors.body.result[3]?.client_response_body).toContain('<!doctype html>')
  expect(errors.body.result[0]?.client_token_metadata_url).toMatch(/\/origin\/0x[0-9a-f]{40}\/1$/)
  const [same, changed] = await Promise.all(['1', '8'].map((id) => world.get(`/assets/${address}/${id}`)))
  expect(same?.body.name).not.toBe('Revealed')
  expect(changed?.body).toMatchObject({ name: 'Revealed', metadata: { Level: 61 } })
})

test('behavior: a refresh is queued, then in progress, then completed', async () => {
  const HOUR_MS = 3_600_000
  const first = { queue_delay_ms: HOUR_MS, crawl_tokens_per_second: 1 / 3_600 }
  const paced = await startTestWorld({ settings: first })
  try {
    const owner = newWallet()
    const headers = await sign(owner)
    const { address } = await paced.makeCollection(owner.address)
    const { body } = await paced.submit(headers, address, range(10))
    const look = async () => (await paced.get<Status>(`/metadata-refreshes/${body.refresh_id}`, headers)).body
    expect(await look()).toMatchObject({ status: 'queued', summary: { pending: 10 } })
    // One token at once, the next in an hour.
    await paced.control('POST', '/settings', { queue_delay_ms: 0 })
    let now = await look()
    while (now.status === 'queued') now = await look()
    expect(now).toMatchObject({ status: 'in_progress', summary: { succeeded: 1, failed: 0, pending: 9 } })
    await paced.control('POST', '/settings', { crawl_tokens_per_second: 0 })
    let done = 0
    while (now.status === 'in_progress') {
      now = await look()
      const processed = now.summary.succeeded + now.summary.failed
      expect(processed).toBeGreaterThanOrEqual(done)
      done = processed
    }
    expect(now).toMatchObject({ status: 'completed', summary: { succeeded: 10 } })
  } finally {
    await paced.sandbox.stop()
  }
})

test('error: a request without a good signature of the owner is refused and spends nothing', async () => {
  const { address, owner, headers } = await owned()
  const other = await sign(newWallet())
  const old = await sign(owner, String(nowSeconds() - 400))
  const future = await sign(owner, String(nowSeconds() + 120))
  const borrowed = { ...other, 'x-imx-eth-address': owner.address }
  const { 'x-imx-eth-signature': _, ...unsigned } = headers
  const mangled = { ...headers, 'x-imx-eth-signature': '0x1234' }
  const milliseconds = await sign(owner, String(Date.now()))
  for (const bad of [{}, unsigned, old, future, borrowed, mangled, milliseconds])
    expect(await world.submit(bad, address, ['1'])).toMatchObject({
      status: 401,
      body: { code: 'unauthorized' },
    })
  expect(await world.submit(other, address, ['1'])).toMatchObject({
    status: 403,
    body: { code: 'forbidden' },
  })
  const good = await world.submit(headers, address, ['1'])
  expect(good.headers.get('x-imx-remaining-refreshes')).toBe('19')
})

test('behavior: both forms of a signature and any case of an address are accepted', async () => {
  const { address, headers } = await owned()
  const v = headers['x-imx-eth-signature'].endsWith('1b') ? '00' : '01'
  const encoded = {
    ...headers,
    'x-imx-eth-signature': `${headers['x-imx-eth-signature'].slice(0, -2)}${v}`,
    'x-imx-eth-address': headers['x-imx-eth-address'].toLowerCase(),
  }
  expect((await world.submit(encoded, address.toUpperCase().replace('0X', '0x'), ['1'])).status).toBe(202)
})

test('error: status, errors and list answer only the owner', async () => {
  const { address, headers } = await owned()
  const stranger = await sign(newWallet())
  const { body } = await world.submit(headers, address, ['1'])
  const paths = [`/metadata-refreshes/${body.refresh_id}`, `/metadata-refreshes/${body.refresh_id}/errors`]
  for (const path of [...paths, `/metadata-refreshes?collection_address=${address}`]) {
    expect((await world.get(path, stranger)).status).toBe(403)
    expect((await world.get(path)).status).toBe(401)
    expect((await world.get(path, headers)).status).toBe(200)
  }
  const theirs = await world.get<RefreshPage>(
    '/metadata-refreshes?cursor=&page_size=&collection_address=',
    stranger,
  )
  expect(theirs.body).toEqual({ result: [], cursor: '', remaining: 0 })
  const missing = await world.get('/metadata-refreshes/21566bcb-4263-48bb-a495-602ba9a12f2c', headers)
  expect(missing).toMatchObject({ status: 404, body: { code: 'resource_not_found_code' } })
})

test('error: no tokens, too many, and what is not a list of ids are 400; duplicates count once', async () => {
  const { address, headers } = await owned()
  for (const ids of [[], range(1_001), [1], ['1e3'], 'all', undefined, [String(2n ** 256n)]])
    expect(await world.submit(headers, address, ids)).toMatchObject({
      status: 400,
      body: { code: 'bad_request' },
    })
  const accepted = await world.submit(headers, address, [...range(1_000), '7', '7'])
  expect(accepted.status).toBe(202)
  expect(accepted.headers.get('x-imx-remaining-refreshes')).toBe('19')
  const { summary } = await world.settled(accepted.body.refresh_id, headers)
  expect(summary).toEqual({ succeeded: 10, failed: 990, pending: 0 })
})

test('behavior: the quota is counted per project, told in headers, and ends in the documented 429', async () => {
  const { address, headers, project_id } = await owned()
  const another = await owned()
  await world.control('POST', '/quota', { project_id, remaining: 1 })
  const last = await world.submit(headers, address, ['1'])
  const over = await world.submit(headers, address, ['1'])
  expect(over).toMatchObject({
    status: 429,
    body: { code: 'refresh_limit_exceeded', message: 'Refresh limit exceeded' },
  })
  for (const { headers: told } of [last, over]) {
    expect(told.get('x-imx-refreshes-limit')).toBe('20')
    expect(told.get('x-imx-remaining-refreshes')).toBe('0')
    expect(Number(told.get('x-imx-refresh-limit-reset')) % 3_600).toBe(0)
    expect(Number(told.get('x-imx-refresh-limit-reset'))).toBeGreaterThan(nowSeconds())
  }
  expect((await world.submit(another.headers, another.address, ['1'])).status).toBe(202)
})

test('behavior: errors and refreshes are walked by cursor without a loss or a repetition', async () => {
  const { address, headers } = await owned(3)
  const ids = Array.from({ length: 25 }, (_, at) => String(at + 100))
  const { body } = await world.submit(headers, address, ids)
  await world.settled(body.refresh_id, headers)
  for (let n = 0; n < 6; n++) await world.submit(headers, address, ['1'])
  const walk = async <Row>(path: string) => {
    const rows: Row[] = []
    for (let cursor = ''; ; ) {
      const url = `/metadata-refreshes${path}?page_size=4&cursor=${cursor}`
      const page = await world.get<{ result: Row[]; cursor: string; remaining: number }>(url, headers)
      rows.push(...page.body.result)
      if (page.body.remaining === 0) return rows
      cursor = page.body.cursor
    }
  }
  const errors = await walk<ErrorPage['result'][number]>(`/${body.refresh_id}/errors`)
  expect(new Set(errors.map(({ token_id }) => token_id))).toEqual(new Set(ids))
  expect(errors).toHaveLength(25)
  const refreshes = await walk<RefreshPage['result'][number]>('')
  expect(refreshes).toHaveLength(7)
  expect(new Set(refreshes.map(({ refresh_id }) => refresh_id)).size).toBe(7)
  expect(refreshes.at(-1)?.refresh_id).toBe(body.refresh_id)
})
