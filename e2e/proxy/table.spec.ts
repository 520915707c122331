import { expect, test } from '@playwright/test'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { startSandbox } from '../../sandbox/start-sandbox.ts'
import { Control } from '../fixtures/control.ts'
import { imxHeaders } from '../fixtures/script/imx-headers.ts'
import { imxRequests, takenSubmissions } from '../fixtures/script/imx-requests.ts'
import { headerOf, type RawRequest, sendRaw, shown } from '../fixtures/script/raw.ts'
import { startScriptDesk } from '../fixtures/script/script-desk.ts'

type Made = { address: string; project_id: number }
const REFRESH_ID = /"refresh_id":"[0-9a-f-]{36}"/

test('whatever a script asks of Immutable X, it is answered the same through the desk', async ({
  playwright,
}) => {
  test.setTimeout(480_000)
  const owner = privateKeyToAccount(generatePrivateKey())
  const stranger = privateKeyToAccount(generatePrivateKey())
  // A window of the quota that ends meanwhile would change the answers.
  const settings = { crawl_tokens_per_second: 0, queue_delay_ms: 0, quota_window_seconds: 1_000_000_000 }
  const immutable = await startSandbox({ settings })
  const request = await playwright.request.newContext()
  const { desk, base, authorization } = await startScriptDesk(request, immutable.imxUrl)
  try {
    const control = new Control(immutable.url, immutable.controlToken)
    const make = (by = owner) =>
      control.send<Made>('POST', '/collections', { name: 'Made here', owner: by.address, tokens: 6 })
    const direct = (asked: RawRequest) => sendRaw(immutable.imxUrl, asked)
    const through = (asked: RawRequest) =>
      sendRaw(base, { ...asked, headers: { ...asked.headers, authorization } })

    const [own, foreign, spent] = [await make(), await make(stranger), await make()]
    await control.send('POST', '/quota', { project_id: spent.project_id, remaining: 0 })
    const theirs = await direct({
      method: 'POST',
      target: '/v1/metadata-refreshes',
      headers: { 'content-type': 'application/json', ...(await imxHeaders(stranger)) },
      body: JSON.stringify({ collection_address: foreign.address, token_ids: ['1'] }),
    })
    const page = await direct({ target: `/v1/assets?collection=${own.address}&page_size=2` })
    const { result, cursor } = JSON.parse(page.body.toString())
    const rows = imxRequests({
      own: own.address,
      foreign: foreign.address,
      spent: spent.address,
      owner: await imxHeaders(owner),
      stale: await imxHeaders(owner, Math.floor(Date.now() / 1_000) - 400),
      imxId: result[0].id,
      cursor,
      foreignRefresh: JSON.parse(theirs.body.toString()).refresh_id,
    })
    const statuses = new Set<number>()
    for (const [title, asked] of rows) {
      const answer = await direct(asked)
      statuses.add(answer.status)
      expect.soft(shown(await through(asked)), title).toEqual(shown(answer))
      if (title.includes('spent its hour')) expect(headerOf(answer, 'x-imx-refreshes-limit')).not.toBe(null)
    }
    expect([...statuses].sort()).toEqual([200, 400, 401, 403, 404, 429])

    for (const submission of takenSubmissions(await imxHeaders(owner))) {
      const [title, asked] = submission((await make()).address)
      const answer = shown(await direct(asked))
      const [, again] = submission((await make()).address)
      const heard = shown(await through(again))
      expect.soft(heard.imx, title).toHaveLength(3)
      expect.soft(heard.body, title).toMatch(REFRESH_ID)
      const named = (one: typeof answer) => ({ ...one, body: one.body.replace(REFRESH_ID, 'an id') })
      expect.soft([title, named(heard)]).toEqual([title, { ...named(answer), status: 202 }])
    }
  } finally {
    await request.dispose()
    await desk.remove()
    await immutable.stop()
  }
})
