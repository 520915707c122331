import { expect, onTestFinished, test } from 'vitest'
import { openScriptedNetwork } from './scripted-network.ts'
import { newWallet, sign } from './world.ts'

const NOW = new Date('2026-11-24T14:00:00.000Z')

async function setUp() {
  const owner = newWallet()
  const collection = newWallet().address.toLowerCase()
  const network = await openScriptedNetwork({ owner: owner.address, collection })
  onTestFinished(network.close)
  network.clock.now = () => NOW
  const signature = await sign(owner)
  const ask = async (path = '', init: RequestInit = {}) => {
    const url = `${network.url}/v1/metadata-refreshes${path}`
    const response = await fetch(url, { ...init, headers: { ...signature, ...init.headers } })
    return { status: response.status, headers: response.headers, body: await response.json() }
  }
  const submit = (token_ids: string[]) =>
    ask('', { method: 'POST', body: JSON.stringify({ Collection_Address: collection, token_ids }) })
  return { network, ask, submit }
}

test('default: it takes requests by its own clock, completes them at once, and tells of no limit', async () => {
  const { network, ask, submit } = await setUp()
  network.failures.set('2', { error_code: 'x', client_response_status_code: 404 })
  const { status, headers, body } = await submit(['1', '2'])
  expect([status, headers.get('date')]).toEqual([202, NOW.toUTCString()])
  expect([...headers.keys()].filter((name) => name.startsWith('x-imx'))).toEqual([])
  expect(network.taken).toMatchObject([{ id: body.refresh_id, tokenIds: ['1', '2'], startedAt: NOW }])
  expect((await ask(`/${body.refresh_id}`)).body).toMatchObject({
    status: 'completed',
    summary: { succeeded: 1, failed: 1, pending: 0 },
  })
  expect((await ask(`/${body.refresh_id}/errors`)).body.result).toMatchObject([
    { token_id: '2', error_code: 'x', client_response_status_code: 404 },
  ])
  expect([network.submissions, network.looks, network.listings]).toEqual([1, 2, 0])
})

test('behavior: a slow one stands still after its first token until it is completed', async () => {
  const { network, ask, submit } = await setUp()
  network.isSlow = true
  const { body } = await submit(['1', '2', '3'])
  const seen = async () => (await ask(`/${body.refresh_id}`)).body
  expect(await seen()).toMatchObject({ status: 'in_progress', summary: { succeeded: 1, pending: 2 } })
  for (const taken of network.taken) taken.isCompleted = true
  expect(await seen()).toMatchObject({ status: 'completed', summary: { succeeded: 3, pending: 0 } })
})

test('behavior: a quota is spent by what it takes, and refuses as documented', async () => {
  const { network, submit } = await setUp()
  network.quota = { limit: 20, remaining: 1, resetsAt: new Date(NOW.getTime() + 60_000) }
  expect((await submit(['1'])).headers.get('x-imx-remaining-refreshes')).toBe('0')
  expect(await submit(['1'])).toMatchObject({ status: 429, body: { code: 'refresh_limit_exceeded' } })
  network.quota = null
  expect((await submit(['1'])).status).toBe(202)
})

test('behavior: what it misstates, hides or shows more than once is the truth again afterwards', async () => {
  const { network, ask } = await setUp()
  const [old, young] = [network.take(['1'], 'old', new Date(0)), network.take(['2'])]
  const list = async () => (await ask()).body.result.map((row: { refresh_id: string }) => row.refresh_id)
  expect(await list()).toEqual([young, old])
  network.hidden.add(young)
  network.odd.set(old, { listed: { refresh_id: 'odd' }, httpStatus: 410, failures: ['9'] })
  network.timesListed = 2
  expect(await list()).toEqual(['odd', 'odd'])
  expect((await ask(`/${old}`)).status).toBe(410)
  network.hidden.clear()
  network.odd.set(old, { status: { status: 'pondering' }, failures: ['9'] })
  network.timesListed = 1
  expect((await ask(`/${old}`)).body).toMatchObject({ status: 'pondering', summary: { succeeded: 1 } })
  expect((await ask(`/${old}/errors`)).body.result).toMatchObject([{ token_id: '9' }])
  network.odd.clear()
  network.pageSize = 1
  expect(await list()).toEqual([young])
})
