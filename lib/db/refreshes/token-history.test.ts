import { afterAll, beforeAll, expect, test } from 'vitest'
import { findCollection, listStoredCollections, saveCollection } from '../collections/collections.ts'
import { listTeamCollections } from '../collections/team-collections.ts'
import { saveVisit } from '../collections/visits.ts'
import type { Database } from '../connection/open-database.ts'
import { openTestDatabase } from '../connection/test-database.ts'
import { saveMember } from '../team/members.ts'
import { failAllTokens, saveFailures } from '../tokens/failures.ts'
import { wasLastRefreshed } from '../tokens/last-refresh.ts'
import { markTokens } from '../tokens/mark-tokens.ts'
import { listRetryTokens } from '../tokens/retry-tokens.ts'
import { countFailedLastTime, countRefreshes, findLatestRefreshes } from './collection-history.ts'
import { findRefreshByNumber, findRefreshesByNote } from './search.ts'
import { createTestRefresh, newTestCollection } from './test-refresh.ts'
import { findLastRefreshes, listTokenRefreshes } from './token-history.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database?.close())

const now = new Date('2026-11-22T10:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

const newAddress = () => `0x${crypto.randomUUID().replaceAll('-', '')}00000000` as const

async function submit(collectionId: string, ids: string[], note: string | null = null, minutes = 0) {
  const refresh = await createTestRefresh(database.prisma, { collectionId, ids, note, now: later(minutes) })
  const batch = await database.prisma.batch.findFirstOrThrow({ where: { refreshId: refresh.id } })
  return { ...refresh, batchId: batch.id }
}

async function settle(refresh: { id: string; batchId: string }, failed: string[], minutes: number) {
  const db = database.prisma
  const failures = failed.map((tokenId) => ({
    tokenId,
    cause: 'invalid_response_status_code 404',
    errorCode: 'invalid_response_status_code',
    url: `https://origin.example/${tokenId}`,
    httpStatus: 404,
    body: 'gone',
    bodyBytes: 4,
    isTruncated: false,
    at: later(minutes),
  }))
  const of = { refreshId: refresh.id, batchId: refresh.batchId }
  await saveFailures(db, of, failures, failures.length)
  await markTokens(db, refresh.batchId, 'succeeded', later(minutes + 1))
  await db.batch.update({
    where: { id: refresh.batchId },
    data: { state: 'finished', failed: failed.length, finishedAt: later(minutes + 1) },
  })
}

test('default: the latest refresh of each token decides, and collections do not mix', async () => {
  const db = database.prisma
  const { id, collection } = await saveCollection(db, newTestCollection())
  const other = await saveCollection(db, newTestCollection())
  const first = await submit(id, ['1', '2', '3'])
  await settle(first, ['1', '2'], 1)
  const second = await submit(id, ['2', '4'], null, 5)
  await submit(other.id, ['1'], null, 6)

  const latest = await findLastRefreshes(db, collection, ['1', '2', '3', '4', '5'])
  expect(Object.fromEntries(latest)).toEqual({
    1: { refreshId: first.id, state: 'failed', httpStatus: 404, at: later(1).toISOString() },
    2: { refreshId: second.id, state: 'refreshing', httpStatus: null, at: later(5).toISOString() },
    3: { refreshId: first.id, state: 'succeeded', httpStatus: null, at: later(2).toISOString() },
    4: { refreshId: second.id, state: 'refreshing', httpStatus: null, at: later(5).toISOString() },
  })
  expect(await findLastRefreshes(db, collection, [])).toEqual(new Map())
  expect(Object.fromEntries(await countFailedLastTime(db, [id, other.id]))).toEqual({ [id]: 1 })
  expect(await countRefreshes(db, id)).toBe(2)
  expect((await findLatestRefreshes(db, [id])).get(id)).toMatchObject({
    id: second.id,
    number: second.number,
    createdAt: later(5).toISOString(),
    state: 'running',
    progress: { failed: 0 },
  })

  const history = await listTokenRefreshes(db, id, '2', 10)
  expect(history).toMatchObject([
    { refresh: { id: second.id }, state: 'refreshing', failure: null },
    {
      refresh: { id: first.id },
      state: 'failed',
      failure: { tokenId: '2', httpStatus: 404, batchPosition: 1 },
    },
  ])
})

test('behavior: tokens of a batch that was not accepted have failed', async () => {
  const db = database.prisma
  const { id, collection } = await saveCollection(db, newTestCollection())
  const refresh = await submit(id, ['9'])
  await failAllTokens(db, refresh.batchId, { cause: 'not_accepted', httpStatus: 400, body: null, now })
  await markTokens(db, refresh.batchId, 'failed', now)
  await db.batch.update({ where: { id: refresh.batchId }, data: { state: 'rejected' } })
  expect((await findLastRefreshes(db, collection, ['9'])).get('9')).toMatchObject({
    state: 'failed',
    httpStatus: 400,
  })
  expect((await countFailedLastTime(db, [id])).get(id)).toBe(1)
})

test('behavior: a collection is one row, updated by what the network says next', async () => {
  const db = database.prisma
  const ownerAddress = newAddress()
  const collection = newTestCollection({ ownerAddress, name: 'Old name' })
  const { id, project } = await saveCollection(db, collection)
  expect(project).toEqual({ network: 'imx-local', key: '1' })
  const renamed = { ...collection, name: 'New name', ownerAddress: null }
  expect(await saveCollection(db, renamed)).toEqual({ id, collection: renamed, project })
  expect(await findCollection(db, collection)).toEqual({ id, collection: renamed, project })
  expect(await findCollection(db, { ...collection, network: 'imx' })).toBeNull()
  expect(await listStoredCollections(db, { owners: [ownerAddress], take: 5 })).toEqual([])
  const byAddress = await listStoredCollections(db, { text: collection.address.slice(0, 12), take: 5 })
  expect(byAddress.map((stored) => stored.id)).toEqual([id])
  const alone = await saveCollection(db, { ...collection, projectId: null })
  expect(alone.project.key).toBe(collection.address)
  const odd = await saveCollection(db, newTestCollection({ name: '50%_of\\it' }))
  for (const text of ['%', '_', '\\', '50%_OF\\']) {
    const found = await listStoredCollections(db, { text, take: 5 })
    expect(found.map((stored) => stored.id)).toEqual([odd.id])
  }
})

test('behavior: the latest opened by anybody comes first; search by number, note and token', async () => {
  const db = database.prisma
  const member = await saveMember(db, { address: newAddress(), role: 'viewer', now })
  const a = await saveCollection(db, newTestCollection({ name: 'A' }))
  const b = await saveCollection(db, newTestCollection({ name: 'B' }))
  await saveVisit(db, { memberId: member.id, collectionId: a.id, at: later(1) })
  await saveVisit(db, { memberId: member.id, collectionId: b.id, at: later(2) })
  await saveVisit(db, { memberId: member.id, collectionId: a.id, at: later(3) })
  const listed = await listTeamCollections(db, {
    ownerAddress: newAddress(),
    networks: ['imx', 'imx-local'],
    take: 100,
  })
  expect(listed.map(({ id }) => id).filter((id) => [a.id, b.id].includes(id))).toEqual([a.id, b.id])

  const tokenId = String(10n ** 60n + BigInt(Date.now()))
  const { id, number } = await submit(a.id, [tokenId], 'Reveal of Wave Seven')
  expect(await findRefreshByNumber(db, number)).toMatchObject({ id, collection: { name: 'A' } })
  expect(await findRefreshesByNote(db, 'wave seven', 5)).toMatchObject([{ id }])
})

test('behavior: what was made earlier and written down later decides nothing that is newer', async () => {
  const db = database.prisma
  const collection = newTestCollection()
  const { id } = await saveCollection(db, collection)
  const mended = await submit(id, ['1', '2'], null, 60)
  await settle(mended, ['2'], 61)
  const old = await submit(id, ['1', '3'], null, -600)
  await settle(old, ['1', '3'], -599)
  const last = await findLastRefreshes(db, collection, ['1', '2', '3'])
  expect([...last].map(([token, { state, refreshId }]) => [token, state, refreshId]).sort()).toEqual([
    ['1', 'succeeded', mended.id],
    ['2', 'failed', mended.id],
    ['3', 'failed', old.id],
  ])
  expect((await listTokenRefreshes(db, id, '1', 10)).map(({ refresh }) => refresh.id)).toEqual([
    mended.id,
    old.id,
  ])
  expect((await findLatestRefreshes(db, [id])).get(id)?.id).toBe(mended.id)
  expect((await countFailedLastTime(db, [id])).get(id)).toBe(2)
  const retry = (refreshIds: string[]) => listRetryTokens(db, { collectionId: id, refreshIds })
  expect(await retry([old.id])).toMatchObject([
    { tokenId: '1', hasSucceededSince: true },
    { tokenId: '3', hasSucceededSince: false },
  ])
  expect((await retry([mended.id, old.id])).map(({ tokenId }) => tokenId)).toEqual(['1', '3', '2'])
  const rows = await db.$queryRaw<{ tokenId: string }[]>`
    SELECT asset."tokenId" FROM (VALUES ('1'), ('2'), ('3')) AS asset ("tokenId")
    WHERE ${wasLastRefreshed({ collectionId: id, lastRefresh: 'failed', now })} ORDER BY 1`
  expect(rows.map(({ tokenId }) => tokenId)).toEqual(['2', '3'])
})
