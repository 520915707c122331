import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openScriptedNetwork } from '../../../sandbox/testing/scripted-network.ts'
import type { Database } from '../../db/connection/open-database.ts'
import { openTestDatabase } from '../../db/connection/test-database.ts'
import { nextRefreshNumber } from '../../db/refreshes/refresh-number.ts'
import { writeCursor } from '../../domain/refreshes/cursor/cursor.ts'
import { RefreshQuery } from '../../domain/refreshes/model-schema.ts'
import type { ServiceContext } from '../context.ts'
import { newAccount, newAddress, openTestDesk } from '../testing/test-desk.ts'
import { editNote } from './edit-note.ts'
import { listFailedIds } from './list-failed-ids.ts'
import { listFailures } from './list-failures.ts'
import { listRefreshes } from './list-refreshes.ts'
import { planRefresh } from './plan-refresh.ts'

const collection = newAddress()
const owner = newAccount()
let database: Database
let network: Awaited<ReturnType<typeof openScriptedNetwork>>
let desk: ReturnType<typeof openTestDesk>
let operator: ServiceContext
let numbers: number[]

beforeAll(async () => {
  vi.stubEnv('APP_SECRET', 'a secret of at least 32 characters.')
  vi.stubEnv('NETWORKS', 'imx')
  database = await openTestDatabase()
  network = await openScriptedNetwork({ owner: owner.address, collection })
  desk = openTestDesk({ database, baseUrl: network.url, collection, owner })
  operator = await desk.join('operator')
  await desk.sign()
  for (let token = 1; token <= 120; token++) {
    const status = token % 2 ? 404 : 500
    const body = { error_code: 'invalid_response_status_code', client_response_status_code: status }
    network.failures.set(String(token), body)
  }
  const submitted = [
    await desk.submit(
      operator,
      Array.from({ length: 150 }, (_, index) => String(index + 1)),
    ),
  ]
  for (const id of ['1', '500', '501', '502']) submitted.push(await desk.submit(operator, [id]))
  numbers = submitted.map(({ number }) => number)
  await desk.doDueWork()
  await desk.advance(2_000)
})
afterAll(async () => {
  await network.close()
  await database.close()
})

const list = (query: Record<string, unknown> = {}) => listRefreshes(operator, RefreshQuery.parse(query))

test('default: pages of the history meet without a gap, forth and back', async () => {
  const first = await list({ pageSize: 2 })
  expect(first).toMatchObject({ total: 5, previousCursor: null })
  const second = await list({ pageSize: 2, cursor: first.nextCursor })
  const third = await list({ pageSize: 2, cursor: second.nextCursor })
  const seen = [first, second, third].flatMap(({ items }) => items.map(({ number }) => number))
  expect(seen).toEqual([...numbers].reverse())
  expect(third.nextCursor).toBeNull()
  const back = await list({ pageSize: 2, cursor: third.previousCursor })
  expect(back.items).toEqual(second.items)
  expect(await list({ pageSize: 2, cursor: back.previousCursor })).toEqual(first)
})

test('behavior: what was imported stands where it was made, and pages meet among equal times, forth and back', async () => {
  const { id: collectionId, ...facts } = await database.prisma.collection.findFirstOrThrow()
  const address = newAddress()
  const other = await database.prisma.collection.create({ data: { ...facts, address } })
  expect(collectionId).not.toBe(other.id)
  const minutes = [3, 1, 2, 2, 0, 2, 3]
  const made: { number: number; minute: number }[] = []
  for (const minute of minutes) {
    const createdAt = new Date(Date.UTC(2022, 9, 20, 4, minute))
    const facts = { source: 'import', state: 'succeeded', tokenCount: 1 } as const
    const number = await nextRefreshNumber(database.prisma)
    await database.prisma.refresh.create({ data: { ...facts, number, collectionId: other.id, createdAt } })
    made.push({ number, minute })
  }
  const expected = made.sort((a, b) => b.minute - a.minute || b.number - a.number).map(({ number }) => number)
  for (let pageSize = 1; pageSize <= 4; pageSize++) {
    const forth: number[][] = []
    let page = await list({ collection: address, pageSize })
    for (;;) {
      forth.push(page.items.map(({ number }) => number))
      if (page.nextCursor === null) break
      page = await list({ collection: address, pageSize, cursor: page.nextCursor })
    }
    expect(forth.flat()).toEqual(expected)
    const back = [page.items.map(({ number }) => number)]
    while (page.previousCursor !== null) {
      page = await list({ collection: address, pageSize, cursor: page.previousCursor })
      back.unshift(page.items.map(({ number }) => number))
    }
    expect(back).toEqual(forth)
  }
  const everything = (await list({ pageSize: 100 })).items.map(({ number }) => number)
  expect(everything).toEqual([...[...numbers].reverse(), ...expected])
  await database.prisma.refresh.deleteMany({ where: { collectionId: other.id } })
})

test('behavior: the history answers by state, token, member and problem', async () => {
  const found = async (query: Record<string, unknown>) =>
    (await list(query)).items.map(({ number }) => number)
  expect(await found({ state: 'partly_failed' })).toEqual([numbers[0]])
  expect(await found({ tokenId: '1' })).toEqual([numbers[1], numbers[0]])
  expect(await found({ problems: '1' })).toEqual([numbers[1], numbers[0]])
  expect(await found({ member: 'me' })).toHaveLength(5)
  expect(await found({ member: 'nobody\0' })).toEqual([])
  expect(await found({ collection: newAddress() })).toEqual([])
  expect(await found({ to: '2020-01-01T00:00:00Z' })).toEqual([])
  expect((await list({ state: 'failed', pageSize: 1 })).total).toBe(1)
})

test('error: a cursor that is not ours', async () => {
  for (const cursor of ['nonsense', btoa('{}'), btoa('{"before":"1"}'), btoa('{"before":["now",1]}')]) {
    await expect(list({ cursor })).rejects.toMatchObject({ code: 'invalid_request' })
    const asked = listFailures(operator, String(numbers[0]), { cursor, pageSize: 10 })
    await expect(asked).rejects.toMatchObject({ code: 'invalid_request' })
  }
})

test('default: failures are read page by page, by cause and by token', async () => {
  const key = `R-${numbers[0]}`
  const { causes } = await desk.read(key)
  expect(causes.map(({ httpStatus, count }) => [httpStatus, count])).toEqual([
    [404, 60],
    [500, 60],
  ])
  const read = async (filter: { cause?: string; tokenId?: string }) => {
    const tokens: string[] = []
    let cursor: string | undefined
    do {
      const page = await listFailures(operator, key, { ...filter, ...(cursor && { cursor }), pageSize: 25 })
      tokens.push(...page.items.map(({ tokenId }) => tokenId))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    return tokens
  }
  expect(new Set(await read({})).size).toBe(120)
  expect((await read({ cause: causes[0]?.key ?? '' })).every((token) => Number(token) % 2 === 1)).toBe(true)
  expect(await read({ tokenId: '8' })).toEqual(['8'])
  expect(await read({ cause: 'no such cause\0' })).toEqual([])
})

test('behavior: a note is changed, told, and taken away', async () => {
  const id = String(numbers[4])
  expect(await editNote(operator, id, 'Level-up\0 of <b>wave 1</b>')).toMatchObject({
    note: 'Level-up\uFFFD of <b>wave 1</b>',
    activity: [{ kind: 'note_changed', by: { id: operator.member.id } }, ...Array(4).fill({})],
  })
  expect((await editNote(operator, id, '')).note).toBeNull()
  await expect(editNote(await desk.join('viewer'), id, 'x')).rejects.toMatchObject({ code: 'forbidden' })
})

test('default: a plan says what a submit would take', async () => {
  const plan = await planRefresh(operator, {
    network: 'imx',
    collection,
    selection: { ids: Array.from({ length: 9_998 }, (_, index) => String(index)) },
  })
  expect(plan).toMatchObject({
    tokens: 9_998,
    requests: 10,
    batchSize: 1000,
    sendsNow: null,
    signature: { state: 'not_needed' },
  })
})

test('behavior: 10,000 long ids are frozen in order, and unsent ones wait', async () => {
  await desk.sign()
  const ids = Array.from({ length: 10_000 }, (_, index) => (10n ** 77n - BigInt(index)).toString())
  const { id, batchCount, progress } = await desk.submit(operator, ids)
  expect([batchCount, progress.pending]).toEqual([10, 10_000])
  const rows = await database.prisma.refreshToken.findMany({
    where: { refreshId: id },
    orderBy: { position: 'asc' },
  })
  expect(rows.map(({ tokenId }) => tokenId)).toEqual(ids)
  expect(rows.map(({ position }) => position)).toEqual(ids.map((_, index) => index + 1))
})

test('error: a time that the database does not know is refused with words, and the first year there is works', async () => {
  for (const name of ['from', 'to']) {
    const asked = RefreshQuery.safeParse({ [name]: '0000-01-01T00:00:00Z' })
    expect(asked.error?.issues).toMatchObject([{ path: [name], message: 'must be of the year 1 or later' }])
  }
  expect((await list({ from: '0001-01-01T00:00:00Z' })).total).toBe((await list()).total)
  const cursor = writeCursor({ before: ['0000-01-01T00:00:00.000Z', 1] })
  await expect(list({ cursor })).rejects.toMatchObject({ code: 'invalid_request' })
})

test('default: the ids of failures come whole and by their numbers, all or of one cause', async () => {
  const key = `R-${numbers[0]}`
  const upTo = Array.from({ length: 120 }, (_, index) => String(index + 1))
  expect(await listFailedIds(operator, key, {})).toEqual({ ids: upTo })
  const { items } = await listFailures(operator, key, { tokenId: '7', pageSize: 1 })
  const cause = items[0]?.cause
  expect(await listFailedIds(operator, key, { cause })).toEqual({
    ids: upTo.filter((id) => Number(id) % 2 === 1),
  })
  expect(await listFailedIds(operator, key, { cause: 'none\0such' })).toEqual({ ids: [] })
})
