import { expect, test } from '@playwright/test'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { startSandbox } from '../../sandbox/start-sandbox.ts'
import { makeCollection } from '../fixtures/arrange.ts'
import { Control } from '../fixtures/control.ts'
import { type ImxHeaders, imxHeaders } from '../fixtures/script/imx-headers.ts'
import { headerOf, sendRaw } from '../fixtures/script/raw.ts'
import { startScriptDesk } from '../fixtures/script/script-desk.ts'

const owner = privateKeyToAccount(generatePrivateKey())
const stranger = privateKeyToAccount(generatePrivateKey())
const nowSeconds = () => Math.floor(Date.now() / 1_000)

test('what is an owner’s nobody else hears, not even when the owner just did', async ({ playwright }) => {
  const immutable = await startSandbox({ settings: { crawl_tokens_per_second: 0, queue_delay_ms: 0 } })
  const request = await playwright.request.newContext()
  const { desk, base, authorization } = await startScriptDesk(request, immutable.imxUrl)
  try {
    const collection = await makeCollection(
      { control: new Control(immutable.url, immutable.controlToken) },
      owner,
    )
    const created = await sendRaw(base, {
      method: 'POST',
      target: '/v1/metadata-refreshes',
      headers: { authorization, 'content-type': 'application/json', ...(await imxHeaders(owner)) },
      body: JSON.stringify({ collection_address: collection, token_ids: ['1', '2'] }),
    })
    expect(created.status).toBe(202)
    const { refresh_id } = JSON.parse(created.body.toString())

    const fresh = await imxHeaders(owner)
    const theirs = await imxHeaders(stranger)
    const stale = await imxHeaders(owner, nowSeconds() - 400)
    const { 'x-imx-eth-signature': _, ...unsigned } = fresh
    const others: [string, Partial<ImxHeaders>, number][] = [
      ['a stranger’s own', theirs, 403],
      ['a stranger’s in the owner’s name', { ...theirs, 'x-imx-eth-address': owner.address }, 401],
      ['the owner’s in a stranger’s name', { ...fresh, 'x-imx-eth-address': stranger.address }, 401],
      ['the owner’s of an hour ago', { ...fresh, 'x-imx-eth-timestamp': String(nowSeconds() - 3_600) }, 401],
      ['a stale one of the owner', stale, 401],
      ['one from the future', await imxHeaders(owner, nowSeconds() + 600), 401],
      [
        'one with a bit turned',
        { ...fresh, 'x-imx-eth-signature': turned(fresh['x-imx-eth-signature']) },
        401,
      ],
      ['none', unsigned, 401],
    ]
    const targets = ['', '/errors', '?page_size=1'].map((end) => `/v1/metadata-refreshes/${refresh_id}${end}`)
    for (const target of [...targets, `/v1/metadata-refreshes?collection_address=${collection}`]) {
      const through = (headers: Partial<ImxHeaders>) =>
        sendRaw(base, { target, headers: { authorization, ...headers } })
      // Until an answer surely comes from those that are shared.
      await expect.poll(async () => headerOf(await through(await imxHeaders(owner)), 'age')).not.toBe(null)
      for (const [what, headers, status] of others) {
        const direct = await sendRaw(immutable.imxUrl, { target, headers })
        const heard = await through(headers)
        expect.soft([heard.status, heard.body.toString()], what).toEqual([status, direct.body.toString()])
        expect.soft(headerOf(heard, 'age'), what).toBe(null)
      }
      expect((await through(await imxHeaders(owner))).status).toBe(200)
    }
  } finally {
    await request.dispose()
    await desk.remove()
    await immutable.stop()
  }
})

/** The signature with one bit of `s` the other way. */
const turned = (signature: string) =>
  `${signature.slice(0, 100)}${(Number.parseInt(signature[100] ?? '0', 16) ^ 1).toString(16)}${signature.slice(101)}`
