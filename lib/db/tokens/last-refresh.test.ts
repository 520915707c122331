import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveCollection } from '../collections/collections.ts'
import type { Database } from '../connection/open-database.ts'
import { openTestDatabase } from '../connection/test-database.ts'
import { countFailedLastTime } from '../refreshes/collection-history.ts'
import { createTestRefresh, newTestCollection } from '../refreshes/test-refresh.ts'
import { findLastRefreshes } from '../refreshes/token-history.ts'
import { failAllTokens } from './failures.ts'
import { type LastRefreshRule, wasLastRefreshed } from './last-refresh.ts'
import { markTokens, unmarkTokens } from './mark-tokens.ts'
import { setTokenStates } from './tokens.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database?.close())

const TOKENS = ['1', '2', '3', '4']
const DAY_MS = 24 * 3_600_000
const now = new Date('2026-11-22T10:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS)

type End = 'open' | 'lost' | 'cancelled' | 'failed' | 'succeeded' | 'unknown' | 'rejected' | 'deleted'
type Made = { tokens: string[]; days: number; end: End }
type Row = { id: string; number: number } & Made

const made = fc.record<Made>({
  tokens: fc.subarray(TOKENS, { minLength: 1 }),
  days: fc.integer({ min: 0, max: 12 }),
  end: fc.constantFrom('open', 'lost', 'cancelled', 'failed', 'succeeded', 'unknown', 'rejected', 'deleted'),
})

async function submit(collectionId: string, { tokens, days, end }: Made): Promise<Row> {
  const { id, number } = await createTestRefresh(database.prisma, {
    collectionId,
    ids: tokens,
    now: daysAgo(days),
  })
  return { id, number, tokens, days, end }
}

async function finish({ id, days, end }: Row): Promise<void> {
  const db = database.prisma
  const { id: batchId } = await db.batch.findFirstOrThrow({ where: { refreshId: id } })
  const at = daysAgo(days)
  const state = end === 'open' ? 'sent' : end in outcomes ? 'finished' : end === 'deleted' ? 'rejected' : end
  if (end === 'lost') await setTokenStates(db, batchId, 'unknown')
  if (end === 'rejected' || end === 'deleted' || end === 'failed')
    await failAllTokens(db, batchId, { cause: 'not_accepted', httpStatus: 400, body: null, now: at })
  if (state === 'finished' || state === 'rejected')
    await markTokens(db, batchId, end === 'unknown' ? 'unknown' : 'succeeded', at)
  await db.batch.update({
    where: { id: batchId },
    data: { state: state as 'sent', finishedAt: isLive(end) ? null : at },
  })
  if (!isLive(end)) await db.refresh.update({ where: { id }, data: { finishedAt: at, state: 'succeeded' } })
  if (end !== 'deleted') return
  await unmarkTokens(db, id)
  await db.refresh.delete({ where: { id } })
}

const isLive = (end: End) => end === 'open' || end === 'lost'
const outcomes: Partial<Record<End, string>> = {
  failed: 'failed',
  succeeded: 'succeeded',
  unknown: 'unknown',
}
const shown: Record<End, string | null> = {
  open: 'refreshing',
  lost: 'unknown',
  failed: 'failed',
  rejected: 'failed',
  succeeded: 'succeeded',
  unknown: 'unknown',
  cancelled: null,
  deleted: null,
}

/** The rule in the words of the history: the latest refresh of a token that was not cancelled decides. */
function latestOf(rows: Row[], token: string, beforeNumber = Number.POSITIVE_INFINITY): Row | undefined {
  return rows
    .filter((row) => row.tokens.includes(token) && shown[row.end] !== null && row.number < beforeNumber)
    .sort((a, b) => a.days - b.days || b.number - a.number)[0]
}

function isExpected(row: Row | undefined, lastRefresh: LastRefreshRule['lastRefresh']): boolean {
  if (lastRefresh === 'never') return row === undefined
  if (!row) return false
  if (lastRefresh === 'failed') return shown[row.end] === 'failed'
  return !isLive(row.end) && row.days > 7
}

async function matching(rule: LastRefreshRule): Promise<string[]> {
  const rows = await database.prisma.$queryRaw<{ tokenId: string }[]>`
    SELECT asset."tokenId" FROM (VALUES ('1'), ('2'), ('3'), ('4')) AS asset ("tokenId")
    WHERE ${wasLastRefreshed(rule)} ORDER BY 1`
  return rows.map(({ tokenId }) => tokenId)
}

test('property: whatever order refreshes end in, the last outcomes say what the whole history says', async () => {
  const run = fc.asyncProperty(
    fc.array(made, { maxLength: 7 }),
    fc.infiniteStream(fc.nat()),
    async (list, picks) => {
      const collection = newTestCollection()
      const { id: collectionId } = await saveCollection(database.prisma, collection)
      const rows: Row[] = []
      for (const each of list) rows.push(await submit(collectionId, each))
      const waiting = [...rows]
      while (waiting.length > 0) {
        const at = (picks.next().value as number) % waiting.length
        for (const row of waiting.splice(at, 1)) await finish(row)
      }
      const last = await findLastRefreshes(database.prisma, collection, TOKENS)
      const expected = TOKENS.flatMap((token) => {
        const row = latestOf(rows, token)
        return row ? [[token, row.id, shown[row.end]]] : []
      })
      expect([...last].map(([token, { refreshId, state }]) => [token, refreshId, state]).sort()).toEqual(
        expected,
      )
      const failed = TOKENS.filter((token) => isExpected(latestOf(rows, token), 'failed')).length
      expect((await countFailedLastTime(database.prisma, [collectionId])).get(collectionId) ?? 0).toBe(failed)
      for (const lastRefresh of ['never', 'old', 'failed'] as const) {
        for (const beforeNumber of [undefined, ...rows.map(({ number }) => number)]) {
          const found = await matching({ collectionId, lastRefresh, now, beforeNumber })
          const isMatch = (token: string) => isExpected(latestOf(rows, token, beforeNumber), lastRefresh)
          expect(found, `${lastRefresh} before ${beforeNumber}`).toEqual(TOKENS.filter(isMatch))
        }
      }
    },
  )
  await fc.assert(run, { numRuns: 25 })
})
