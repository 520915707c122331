import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startSandbox } from '../../../sandbox/start-sandbox.ts'
import { type OddAnswer, oddKinds, openOddOrigin } from '../../../sandbox/testing/odd-origin.ts'
import { openTestDatabase } from '../../db/connection/test-database.ts'
import { Asset } from '../../domain/collections/model-schema.ts'
import { causeDetail } from '../../domain/failures/cause-detail.ts'
import { Address } from '../../domain/networks/address-schema.ts'
import type { RefreshDetail } from '../../domain/refreshes/model-schema.ts'
import { describeFinding } from '../../networks/origin/describe-finding.ts'
import { getAsset } from '../assets/get-asset.ts'
import { listFailures } from '../refreshes/list-failures.ts'
import { newAccount, openTestDesk } from '../testing/test-desk.ts'

const settings = {
  crawl_tokens_per_second: 0,
  queue_delay_ms: 0,
  crawl_retry_base_ms: 1,
  crawl_timeout_ms: 2_000,
  crawl_concurrency: 40,
}
const noAnswer = 'No answer within 3 seconds'

/** What the page says of each: the title of its cause, and what was seen where that has a place or a size. */
const failing: Partial<Record<OddAnswer, [title: string, ...seen: string[]]>> = {
  'a byte order mark': ['The answer is JSON with a byte order mark'],
  'a trailing comma': ['The answer is not valid JSON: trailing comma', 'Line 3, column 1: ,}'],
  'text/plain': ['The answer is JSON with the wrong content type'],
  'application/octet-stream': ['The answer is JSON with the wrong content type'],
  'application/ld+json': ['The answer is JSON with the wrong content type'],
  'a redirect to the same address with a slash': ['Your metadata API redirects: 301 Moved Permanently'],
  null: ['The answer is JSON, but null'],
  'a list': ['The answer is a JSON list, not an object'],
  'a text': ['The answer is a JSON string, not an object'],
  'a long number': ['The answer is a single JSON value, not an object', '12345678901234567890'],
  'JSON inside a text': ['The answer is JSON inside a JSON string'],
  'a data address': ['The answer is a data: URL, not JSON', 'data:application/json;base64,eyJuYW1lIjo'],
  'Latin-1': ['The answer is not UTF-8', 'Line 1, column 11: the first character that is not UTF-8'],
  NaN: ['The answer is not valid JSON: NaN or Infinity', 'Line 1, column 28: NaN'],
  '404 with XML': ['Your metadata API answered 404 Not Found'],
  'a browser check': ['A bot protection page answered 403 Forbidden'],
  'an empty body': ['The answer is empty'],
  'no answer': [noAnswer],
  'fewer bytes than announced': [noAnswer],
  '3,000 levels': ['The answer is nested too deeply', '3,000 levels'],
  '429': ['Your metadata API is rate limiting: 429 Too Many Requests'],
  'a name of 800 KB': ['The answer is too large', '800,011 bytes'],
  'an answer that never comes': [noAnswer],
  'headers without a body': [noAnswer],
  'a byte at a time': [noAnswer],
}

async function refreshOddTokens() {
  vi.stubEnv('APP_SECRET', 'a secret of at least 32 characters.')
  const origin = await openOddOrigin()
  const sandbox = await startSandbox({ settings, origins: [origin.url] })
  const database = await openTestDatabase()
  const owner = newAccount()
  const made = await fetch(`${sandbox.url}/control/collections`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.controlToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'Odd relics',
      owner: owner.address,
      tokens: oddKinds.length,
      metadata_api_url: origin.url,
    }),
  })
  const collection = Address.parse(((await made.json()) as { address: string }).address)
  const desk = openTestDesk({ database, baseUrl: sandbox.imxUrl, collection, owner })
  await desk.sign()
  const operator = await desk.join('operator')
  const { id } = await desk.submit(operator, oddKinds.map(origin.idOf))
  let detail: RefreshDetail
  do {
    await desk.advance(5_000)
    await pause(10)
    detail = await desk.read(id)
  } while (detail.state !== 'partly_failed')
  const { items } = await listFailures(operator, id, { pageSize: 100 })
  /** As our API hands it out. */
  const assetText = async (kind: OddAnswer) => {
    const asset = await getAsset(operator, {
      network: 'imx',
      address: collection,
      tokenId: origin.idOf(kind),
    })
    return JSON.stringify(Asset.parse(asset))
  }
  const close = async () => {
    await sandbox.stop()
    await origin.close()
    await database.close()
  }
  return { origin, detail, failures: new Map(items.map((item) => [item.tokenId, item])), assetText, close }
}

let odd: Awaited<ReturnType<typeof refreshOddTokens>>
beforeAll(async () => {
  odd = await refreshOddTokens()
})
afterAll(() => odd?.close())

describe('what studios were seen to serve, as the page of the refresh tells it', () => {
  test.each(oddKinds.map((kind) => ({ kind, right: failing[kind] })))('$kind', ({ kind, right }) => {
    const failure = odd.failures.get(odd.origin.idOf(kind))
    const cause = odd.detail.causes.find(({ key }) => key === failure?.cause)
    const seen = failure?.findings.flatMap((finding) => describeFinding(finding) ?? [])
    expect(failure && [cause?.title, ...(seen ?? [])]).toEqual(right)
  })

  test('no two causes have the same words', () => {
    const words = odd.detail.causes.map((cause) => `${cause.title} ${causeDetail(cause)}`)
    expect(new Set(words).size).toBe(words.length)
  })

  test('429 is asked again twice, and nothing else is', () => {
    const askedMore = [...odd.origin.asked].filter(([, times]) => times > 1)
    expect(askedMore).toEqual([[odd.origin.idOf('429'), 3]])
  })
})

describe('what was accepted, as the page of the token gets it', () => {
  test.each<[OddAnswer, string]>([
    ['gzip', '"name":"Packed"'],
    ['large numbers', '"seed":12345678901234567890,"ratio":0.12345678901234567891'],
    ['keys of JavaScript', '"__proto__":{"isAdmin":true},"constructor":"smith"'],
    ['text that cannot be stored', '"name":"a\\u0000b","lore":"\\ud83d"'],
    ['attributes as texts', '"attributes":["power"]'],
    ['an ar image', '"imageUrl":"https://arweave.net/bNbA3TEQVL60xlgCcqdz4ZPHFZ711cZ3hmkpGttDt_U"'],
    [
      'a bare content id',
      '"imageUrl":"https://ipfs.io/ipfs/QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG/1.png"',
    ],
    ['an http image', '"imageUrl":null,"blockedImage":"http://studio.example/1.png"'],
    ['an inline image', 'fill=\\"%23f00\\"'],
  ])('%s', async (kind, part) => {
    expect(await odd.assetText(kind)).toContain(part)
  })
})
