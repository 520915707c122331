import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyColumns } from '../../domain/batches/batch-columns.ts'
import {
  afterSearch,
  toCancelled,
  toFinished,
  toLost,
  toPlanned,
  toSending,
  toSent,
  waiting,
  withAuthority,
  withoutAuthority,
  withoutLease,
} from '../../domain/batches/transition.ts'
import { noWait } from '../../domain/batches/wait.ts'
import { saveCollection } from '../collections/collections.ts'
import type { Database } from '../connection/open-database.ts'
import { openTestDatabase } from '../connection/test-database.ts'
import { Prisma } from '../generated/client.ts'
import { createTestRefresh, newTestCollection } from '../refreshes/test-refresh.ts'
import { moveBatch, moveBatches } from './move-batch.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database?.close())

const now = new Date('2026-11-22T10:00:00Z')
const later = new Date('2026-11-22T10:15:00Z')
const lease = { leaseOwner: crypto.randomUUID(), leaseUntil: later }
const search = { decideAt: later, nextSearchAt: now }
const acceptance = () => ({ reference: crypto.randomUUID(), acceptedAt: now, nextPollAt: later })

/** The planned batches of a refresh, one of each token. */
async function plan(...ids: string[]): Promise<{ id: string; fence: number }[]> {
  const db = database.prisma
  const { id: collectionId } = await saveCollection(db, newTestCollection())
  const { id: refreshId } = await createTestRefresh(db, { collectionId, ids, batchSize: 1, now })
  return db.batch.findMany({ where: { refreshId }, orderBy: { position: 'asc' } })
}

const read = (id: string) =>
  database.prisma.batch.findUniqueOrThrow({ where: { id }, include: { search: true } })

const only = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([column]) => column === 'state' || column in emptyColumns))

async function planOne() {
  const [batch] = await plan('1')
  if (!batch) throw new Error('A refresh was made without a batch')
  return { id: batch.id, fence: 0 }
}

async function loseOne() {
  const { id } = await planOne()
  await moveBatch(database.prisma, { id, fence: 0 }, toSending(lease, { sentAt: now, tokenCount: 1 }))
  await moveBatch(database.prisma, { id, fence: 1 }, toLost(['sending'], 'No answer', search))
  return { id, fence: 1 }
}

test('default: each column of a batch belongs to its states, or to the batch for good', () => {
  const forGood = ['id', 'refreshId', 'network', 'position', 'state', 'tokenCount', 'fence', 'resendCount']
  const all = [...forGood, ...Object.keys(emptyColumns)].sort()
  expect(Object.keys(Prisma.BatchScalarFieldEnum).sort()).toEqual(all)
})

test('default: a new batch is planned, and all that belongs to other states is empty', async () => {
  const { id } = await planOne()
  expect(only(await read(id))).toEqual({ ...emptyColumns, state: 'planned' })
})

test('default: a batch goes its way, and leaves nothing of one state to the next', async () => {
  const db = database.prisma
  const batch = await loseOne()
  const lost = await read(batch.id)
  expect(only(lost)).toEqual({ ...emptyColumns, state: 'lost', reason: 'No answer', sentAt: now })
  expect(lost.search).toMatchObject({ ...search, searchCount: 0, candidates: [], needsPerson: false })

  const accepted = acceptance()
  expect(await moveBatch(db, batch, toSent(['lost'], accepted))).toBe(true)
  const sent = await read(batch.id)
  expect(only(sent)).toEqual({ ...emptyColumns, state: 'sent', sentAt: now, ...accepted })
  expect(sent.search).toBeNull()

  const end = {
    succeeded: 1,
    failed: 0,
    reason: null,
    startedAt: now,
    finishedAt: later,
    failuresFetchedAt: later,
  }
  expect(await moveBatch(db, batch, toFinished(1, end))).toBe(true)
  const { nextPollAt, ...kept } = accepted
  expect(only(await read(batch.id))).toEqual({
    ...emptyColumns,
    state: 'finished',
    sentAt: now,
    ...kept,
    ...end,
  })
})

test('default: the search begins anew when a batch is lost again, and ends when it is sent again', async () => {
  const db = database.prisma
  const batch = await loseOne()
  const found = {
    searchCount: 3,
    lastSearchAt: now,
    candidates: [],
    isComplete: false,
    wasSearched: false,
    needsPerson: true,
  }
  await moveBatch(db, batch, afterSearch({ ...search, ...found }))
  expect((await read(batch.id)).search).toMatchObject(found)
  await moveBatch(db, batch, toLost(['lost'], 'Still no answer', search))
  expect((await read(batch.id)).search).toMatchObject({ searchCount: 0, needsPerson: false })
  await moveBatch(db, batch, toPlanned(['lost'], noWait, true))
  expect(await read(batch.id)).toMatchObject({ state: 'planned', resendCount: 1, sentAt: null, search: null })
})

test('error: nothing changes for who is late: another state, or another lease', async () => {
  const db = database.prisma
  const batch = await loseOne()
  const before = await read(batch.id)
  const late = { ...batch, fence: 0 }
  expect(await moveBatch(db, late, toCancelled(['lost']))).toBe(false)
  expect(await moveBatch(db, late, toLost(['lost'], 'Another reason', search))).toBe(false)
  expect(await moveBatch(db, batch, toCancelled(['sending']))).toBe(false)
  expect(await moveBatch(db, batch, withoutLease())).toBe(false)
  await moveBatches(db, [batch.id], waiting({ wait: 'turn', notBefore: null }))
  expect(await read(batch.id)).toEqual(before)
})

test('default: of many each waits as its state does, and those under way do not', async () => {
  const db = database.prisma
  const lost = await loseOne()
  const [planned, sending, sent] = await plan('1', '2', '3')
  if (!planned || !sending || !sent) throw new Error('A batch is missing')
  for (const { id } of [sending, sent]) await moveBatch(db, { id, fence: 0 }, toSending(lease))
  await moveBatch(db, { id: sent.id, fence: 1 }, toSent(['sending'], acceptance()))
  const all = [planned.id, sending.id, sent.id, lost.id]
  const under = await read(sending.id)

  for (const transition of withoutAuthority) await moveBatches(db, all, transition)
  expect(await read(planned.id)).toMatchObject({ wait: 'authority', notBefore: null })
  expect(await read(sent.id)).toMatchObject({ wait: 'authority', nextPollAt: null })
  expect(await read(lost.id)).toMatchObject({ wait: 'authority', search: { nextSearchAt: null } })

  for (const transition of withAuthority(later)) await moveBatches(db, all, transition)
  expect(await read(planned.id)).toMatchObject({ state: 'planned', wait: null })
  expect(await read(sent.id)).toMatchObject({ state: 'sent', wait: null, nextPollAt: later })
  expect(await read(lost.id)).toMatchObject({ wait: null, search: { nextSearchAt: later, decideAt: later } })
  expect(await read(sending.id)).toEqual(under)
})
