import { describe, expect, test } from 'vitest'
import { getAsset } from './catalog/get-asset.ts'
import { getCollection } from './catalog/get-collection.ts'
import { listAssets } from './catalog/list-assets.ts'
import { listTraits } from './catalog/list-traits.ts'
import { createRefresh } from './refreshing/create-refresh.ts'
import { listRefreshes } from './refreshing/list-refreshes.ts'
import { arrange, collection, json, signature, thrown } from './test-client.ts'

const asset = {
  token_address: collection,
  token_id: '5',
  id: '0x11',
  user: '0xA257D2C65C91D1E111181DA9FBAFAC8A31111111',
  status: 'imx',
  uri: null,
  name: 'Sample',
  description: null,
  image_url: '',
  metadata: { level: 3 },
  collection: { name: 'x', icon_url: null },
  created_at: '2022-09-30T10:58:32.04664Z',
  updated_at: null,
}

describe('reads', () => {
  test('default: assets, with traits as JSON encoded once and absent values left out', async () => {
    const { client, requests } = arrange(json({ result: [asset], cursor: 'c', remaining: 1 }))
    const page = await listAssets(client, {
      collection,
      traits: { proto: ['1147'] },
      name: '',
      pageSize: 48,
    })
    expect(page).toMatchObject({
      nextCursor: 'c',
      items: [
        {
          tokenId: '5',
          owner: asset.user.toLowerCase(),
          imageUrl: null,
          metadata: { level: 3 },
          lastRefresh: null,
        },
      ],
    })
    expect([...new URL(requests[0]?.url ?? '').searchParams]).toEqual([
      ['collection', collection],
      ['metadata', '{"proto":["1147"]}'],
      ['page_size', '48'],
    ])
    expect(requests[0]?.headers.has('x-imx-eth-signature')).toBe(false)
  })

  test('behavior: 429, 5xx and lost connections are tried again', async () => {
    const { client, requests } = arrange(
      json({}, { status: 429, headers: { 'retry-after': '1' } }),
      thrown({ code: 'ECONNRESET' }),
      json({}, { status: 502 }),
      json(asset),
    )
    expect(await getAsset(client, { collection, tokenId: '5' })).toMatchObject({ tokenId: '5' })
    expect(requests).toHaveLength(4)
  })

  test('behavior: they give up after four tries, and at once when waiting would pass the deadline', async () => {
    const broken = arrange(json({}, { status: 500 }))
    await expect(getAsset(broken.client, { collection, tokenId: '5' })).rejects.toMatchObject({
      kind: 'server',
    })
    expect(broken.requests).toHaveLength(4)
    const busy = arrange(json({}, { status: 429, headers: { 'retry-after': '600' } }))
    await expect(getAsset(busy.client, { collection, tokenId: '5' })).rejects.toMatchObject({
      retryAfterSeconds: 600,
    })
    expect(busy.requests).toHaveLength(1)
  })

  test('behavior: a network that does not answer is left in peace, and asked again by one read', async () => {
    const refused = thrown({ code: 'ECONNREFUSED' })
    const { client, requests, clock } = arrange(refused, refused, refused, refused, refused, json(asset))
    const read = () => getAsset(client, { collection, tokenId: '5' })
    await expect(read()).rejects.toMatchObject({ kind: 'network' })
    expect(requests).toHaveLength(4)
    const notSent = { kind: 'network', isWritten: false, httpStatus: null, retryAfterSeconds: 2 }
    await expect(read()).rejects.toMatchObject(notSent)
    await expect(
      createRefresh(client, { collection, tokenIds: ['1'], credential: signature }),
    ).rejects.toMatchObject(notSent)
    expect(requests).toHaveLength(4)
    await clock.sleep(2_000)
    await expect(
      createRefresh(client, { collection, tokenIds: ['1'], credential: signature }),
    ).rejects.toMatchObject(notSent)
    await expect(read()).rejects.toMatchObject({ kind: 'network' })
    expect(requests).toHaveLength(5)
    await clock.sleep(4_000)
    const others = () => getAsset(client, { collection, tokenId: '6' })
    const [first, second] = await Promise.allSettled([read(), others()])
    expect([first.status, second.status]).toEqual(['fulfilled', 'rejected'])
    await others()
    expect(requests).toHaveLength(7)
  })

  test.each([400, 401, 403, 404])('behavior: %i is not tried again', async (status) => {
    const { client, requests } = arrange(json({}, { status }))
    await expect(getAsset(client, { collection, tokenId: '5' })).rejects.toMatchObject({ httpStatus: status })
    expect(requests).toHaveLength(1)
  })

  test('behavior: identical reads in flight share one call; another credential does not', async () => {
    const { client, requests } = arrange(json({ result: [], cursor: '', remaining: 0 }))
    const other = { ...signature, signature: `0x${'cd'.repeat(64)}1b` }
    await Promise.all([
      listRefreshes(client, { credential: signature }),
      listRefreshes(client, { credential: signature }),
      listRefreshes(client, { credential: other }),
    ])
    expect(requests).toHaveLength(2)
    await listRefreshes(client, { credential: signature })
    expect(requests).toHaveLength(3)
  })

  test('behavior: filters as a bare array and as a page', async () => {
    const filter = { key: 'level', type: 'discrete', value: [1, 'two', true], range: { min: 1, max: 9 } }
    const expected = {
      key: 'level',
      type: 'discrete',
      values: ['1', 'two', 'true'],
      range: { min: 1, max: 9 },
    }
    const bare = arrange(json([filter, { key: 'name', range: {} }]))
    expect(await listTraits(bare.client, { collection })).toEqual({
      items: [expected, { key: 'name', type: 'text', values: [], range: null }],
      nextCursor: null,
    })
    const paged = arrange(json({ result: [filter], next_page_token: 'more' }))
    expect(await listTraits(paged.client, { collection })).toEqual({
      items: [expected],
      nextCursor: 'more',
    })
  })

  test('behavior: a collection with everything optional missing', async () => {
    const bare = arrange(json({ address: collection, collection_image_url: '', icon_url: 'https://icon' }))
    expect(await getCollection(bare.client, { collection })).toEqual({
      address: collection,
      name: collection,
      description: null,
      imageUrl: 'https://icon',
      projectId: null,
      ownerAddress: null,
      metadataApiUrl: null,
    })
  })

  test('error: a path cannot be walked out of', async () => {
    const { client } = arrange(json({}))
    await expect(async () => getAsset(client, { collection, tokenId: '..' })).rejects.toThrow(TypeError)
  })
})
