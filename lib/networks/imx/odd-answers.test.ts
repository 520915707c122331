import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { TokenId } from '../../domain/assets/token-id-schema.ts'
import { Asset, Collection, TraitFilter } from '../../domain/collections/model-schema.ts'
import { judge } from '../http/health.ts'
import { UpstreamError } from '../http/upstream-error.ts'
import { getAsset } from './catalog/get-asset.ts'
import { getCollection } from './catalog/get-collection.ts'
import { listAssets } from './catalog/list-assets.ts'
import { listCollections } from './catalog/list-collections.ts'
import { listTraits } from './catalog/list-traits.ts'
import type { ImxClient } from './client.ts'
import { createRefresh } from './refreshing/create-refresh.ts'
import { getRefreshStatus } from './refreshing/get-refresh-status.ts'
import { listRefreshErrors } from './refreshing/list-refresh-errors.ts'
import { listRefreshes } from './refreshing/list-refreshes.ts'
import { arrange, collection, signature } from './test-client.ts'
import {
  oddAsset,
  oddCollection,
  oddFailure,
  oddFilter,
  oddObject,
  oddPage,
  oddRefresh,
  oddValue,
} from './test-odd-json.ts'

const Text = z
  .string()
  .refine((text) => text.isWellFormed() && !text.includes('\0') && text.length <= 200_000)
const Time = z.iso.datetime().refine((text) => !text.startsWith('0000'))
const Count = z.number().int().min(0).max(2_147_483_647)
const Id = Text.min(1)
  .max(200)
  .refine((id) => encodeURIComponent(id) !== '' && !/\s/.test(id))
const Page = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    unreadable: Count,
    nextCursor: Text.min(1)
      .max(4_000)
      .refine((cursor) => cursor !== 'asked')
      .nullable(),
    isCutOff: z.boolean(),
  })
const Listed = z.object({
  reference: Id.nullable(),
  status: Text.min(1).max(100),
  collection: z
    .string()
    .regex(/^0x[0-9a-f]{40}$/)
    .nullable(),
  startedAt: Time.nullable(),
  completedAt: Time.nullable(),
})
const Counts = z.object({ succeeded: Count, failed: Count, pending: Count })
const Failure = z.object({
  tokenId: TokenId,
  url: Text.nullable(),
  httpStatus: Count.nullable(),
  body: z.string().nullable(),
  errorCode: Text.min(1),
  at: Time.nullable(),
})
const KnownAsset = Asset.extend({
  name: Text.nullable(),
  description: Text.nullable(),
  imageUrl: Text.nullable(),
  status: Text,
  owner: Text,
  uri: Text.nullable(),
  createdAt: Time.nullable(),
  updatedAt: Time.nullable(),
})
const KnownCollection = Collection.omit({ network: true, seenAt: true }).extend({
  name: Text,
  metadataApiUrl: Text.nullable(),
})

const RUNS = 300
const paging = { cursor: 'asked', pageSize: 100 }

/** Each read with what it may be answered, and what the rest of the desk relies on. */
const reads: [string, fc.Arbitrary<unknown>, (client: ImxClient) => Promise<unknown>, z.ZodType][] = [
  [
    'a status',
    oddRefresh,
    (client) => getRefreshStatus(client, { reference: 'r1', credential: signature }),
    Listed.extend({ counts: Counts.nullable() }),
  ],
  [
    'a list of refreshes',
    oddPage(oddRefresh),
    (client) => listRefreshes(client, { credential: signature, ...paging }),
    Page(Listed).extend({ unreadable: z.literal(0) }),
  ],
  [
    'failures',
    oddPage(oddFailure),
    (client) => listRefreshErrors(client, { reference: 'r1', credential: signature, ...paging }),
    Page(Failure),
  ],
  ['assets', oddPage(oddAsset), (client) => listAssets(client, paging), Page(KnownAsset)],
  ['an asset', oddAsset, (client) => getAsset(client, { collection, tokenId: '1' }), KnownAsset],
  ['collections', oddPage(oddCollection), (client) => listCollections(client, paging), Page(KnownCollection)],
  ['a collection', oddCollection, (client) => getCollection(client, { collection }), KnownCollection],
  [
    'filters',
    fc.oneof(fc.array(oddFilter), oddObject({ result: fc.array(oddFilter), next_page_token: oddValue })),
    (client) => listTraits(client, { collection }),
    z.object({
      items: z.array(TraitFilter.extend({ key: Text, type: Text, values: z.array(Text) })),
      nextCursor: Text.nullable(),
    }),
  ],
]

test.each(reads)(
  'behavior: whatever is answered, %s is values to rely on or nonsense, and never silence',
  async (_what, answers, read, known) => {
    let readable = 0
    await fc.assert(
      fc.asyncProperty(answers, async (body) => {
        const { client, exchanges } = arrange(() => Response.json(body))
        const result = await read(client).catch((error: unknown) => error)
        for (const exchange of exchanges) expect(['good', 'nothing']).toContain(judge(exchange))
        if (result instanceof UpstreamError)
          expect(result).toMatchObject({ kind: 'invalid_response', httpStatus: 200 })
        else expect(known.safeParse(result)).toMatchObject({ success: true })
        if (!(result instanceof UpstreamError)) readable += 1
      }),
      { numRuns: RUNS },
    )
    // Otherwise this would show nothing.
    expect(readable).toBeGreaterThan(RUNS / 20)
  },
)

test('behavior: an acceptance has an id that can be asked for, or is none; its headers are read or not, but never in the way', async () => {
  const date = fc.constantFrom(
    '',
    'Sun, 22 Nov 2026 10:00:00 GMT',
    'Thu, 01 Jan 1 00:00:00 GMT',
    '+275760-09-13T00:00:00.000Z',
    'Fri, 31 Dec 9999 23:59:59 GMT',
  )
  const number = fc.constantFrom('', '0', '-1', '20', '1.5', '1795341600', '99999999999999', '9999999')
  const headers = fc.record({
    date,
    age: number,
    'retry-after': fc.oneof(number, date),
    'x-imx-refreshes-limit': number,
    'x-imx-remaining-refreshes': number,
    'x-imx-refresh-limit-reset': fc.oneof(number, date),
  })
  const status = fc.constantFrom(200, 202, 202, 202, 302, 400, 401, 404, 418, 429, 500, 503)
  const Accepted = z.object({
    reference: Id,
    serverDate: Time.nullable(),
    quota: z.object({ limit: Count, remaining: Count, resetsAt: Time }).nullable(),
  })
  await fc.assert(
    fc.asyncProperty(oddObject({ refresh_id: fc.uuid() }), headers, status, async (body, sent, code) => {
      const { client } = arrange(() => Response.json(body, { status: code, headers: sent }))
      const result = await createRefresh(client, {
        collection,
        tokenIds: ['1'],
        credential: signature,
      }).catch((error: unknown) => error)
      if (!(result instanceof UpstreamError)) {
        expect(Accepted.safeParse(result)).toMatchObject({ success: true })
        return
      }
      expect(result).toMatchObject({ httpStatus: code, isWritten: true })
      expect(Accepted.shape.quota.safeParse(result.quota)).toMatchObject({ success: true })
      expect(result.retryAfterSeconds ?? 0).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 500 },
  )
})
