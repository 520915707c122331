import 'server-only'
import { writeTime } from '../../core/read-time.ts'
import { describeCause } from '../../domain/failures/describe-cause.ts'
import { explainFailure } from '../../domain/failures/explain-failure.ts'
import type { Cause, Failure } from '../../domain/failures/failure-schema.ts'
import { isRetryableCause, parseCause } from '../../domain/failures/parse-cause.ts'
import type { Db } from '../connection/client.ts'

export type NewFailure = {
  tokenId: string
  cause: string
  errorCode: string
  url: string | null
  httpStatus: number | null
  body: string | null
  bodyBytes: number
  isTruncated: boolean
  at: Date
}

/**
 * Storing the same failure again changes nothing. A batch never has more than `most`; returns how many were one too many.
 */
export async function saveFailures(
  db: Db,
  batch: { refreshId: string; batchId: string },
  failures: readonly NewFailure[],
  most: number,
): Promise<number> {
  const { batchId } = batch
  const stored = await countFailedTokens(db, batchId)
  const isTight = stored + failures.length > most
  const known = isTight ? await listStored(db, batchId, failures) : new Set<string>()
  const fresh = failures.filter(({ tokenId }) => !known.has(tokenId))
  const kept = isTight ? fresh.slice(0, Math.max(0, most - stored)) : fresh
  await db.failure.createMany({
    data: kept.map((failure) => ({ ...batch, ...failure })),
    skipDuplicates: true,
  })
  return fresh.length - kept.length
}

async function listStored(db: Db, batchId: string, failures: readonly NewFailure[]): Promise<Set<string>> {
  const tokenId = { in: failures.map((failure) => failure.tokenId) }
  const rows = await db.failure.findMany({ where: { batchId, tokenId }, select: { tokenId: true } })
  return new Set(rows.map((row) => row.tokenId))
}

/** Writes the same failure for every token of a batch that was not accepted. */
export async function failAllTokens(
  db: Db,
  batchId: string,
  failure: { cause: string; httpStatus: number | null; body: string | null; now: Date },
): Promise<void> {
  const bodyBytes = Buffer.byteLength(failure.body ?? '')
  await db.$executeRaw`
    INSERT INTO "Failure"
      ("id", "refreshId", "batchId", "tokenId", "cause", "errorCode", "httpStatus", "body", "bodyBytes", "at")
    SELECT gen_random_uuid(), "refreshId", "batchId", "tokenId", ${failure.cause}, 'not_accepted',
      ${failure.httpStatus}::int, ${failure.body}::text, ${bodyBytes}::int, ${failure.now}::timestamptz
    FROM "RefreshToken" WHERE "batchId" = ${batchId}::uuid
    ON CONFLICT DO NOTHING`
}

/** How many of a refresh are stored, which may be fewer than the network counts. */
export const countFailures = (db: Db, refreshId: string): Promise<number> =>
  db.failure.count({ where: { refreshId } })

export const countFailedTokens = (db: Db, batchId: string): Promise<number> =>
  db.failure.count({ where: { batchId } })

/** Largest first. */
export async function listCauses(db: Db, refreshId: string): Promise<Cause[]> {
  const groups = await db.failure.groupBy({
    by: ['cause'],
    where: { refreshId },
    _count: true,
    _min: { at: true },
    _max: { at: true },
    orderBy: [{ _count: { tokenId: 'desc' } }, { cause: 'asc' }],
  })
  return groups.map(({ cause, _count, _min, _max }) => ({
    ...parseCause(cause),
    ...describeCause(parseCause(cause)),
    key: cause,
    count: _count,
    firstAt: writeTime(_min.at ?? new Date(0)),
    lastAt: writeTime(_max.at ?? new Date(0)),
    isRetryable: isRetryableCause(cause),
  }))
}

export async function countCauses(db: Db, refreshId: string): Promise<number> {
  return (await db.failure.groupBy({ by: ['cause'], where: { refreshId } })).length
}

export type FailureFilter = { refreshId: string; cause?: string | undefined; tokenId?: string | undefined }

/** Oldest first, after the one whose id is `after`; asks for one more than `limit` when the caller wants to know whether there is one. */
export async function listFailures(
  db: Db,
  { refreshId, cause, tokenId }: FailureFilter,
  { after, limit }: { after: string | null; limit: number },
): Promise<Failure[]> {
  const rows = await db.failure.findMany({
    where: {
      refreshId,
      ...(cause === undefined ? {} : { cause }),
      ...(tokenId === undefined ? {} : { tokenId }),
    },
    include: { batch: { select: { position: true, reference: true } } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    ...(after !== null && { cursor: { id: after }, skip: 1 }),
    take: limit,
  })
  return rows.map(toFailure)
}

/** Each token once, by its number. */
export async function listFailedIds(
  db: Db,
  { refreshId, cause }: Omit<FailureFilter, 'tokenId'>,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ tokenId: string }[]>`
    SELECT DISTINCT "tokenId", length("tokenId") FROM "Failure"
    WHERE "refreshId" = ${refreshId}::uuid AND (${cause ?? null}::text IS NULL OR "cause" = ${cause ?? null}::text)
    ORDER BY length("tokenId"), "tokenId"`
  return rows.map(({ tokenId }) => tokenId)
}

type FailureRow = Awaited<ReturnType<Db['failure']['findFirstOrThrow']>> & {
  batch: { position: number; reference: string | null }
}

export function toFailure(row: FailureRow): Failure {
  return {
    id: row.id,
    tokenId: row.tokenId,
    batchPosition: row.batch.position,
    reference: row.batch.reference,
    cause: row.cause,
    title: describeCause(parseCause(row.cause)).title,
    errorCode: row.errorCode,
    url: row.url,
    httpStatus: row.httpStatus,
    body: row.body,
    bodyBytes: row.bodyBytes,
    isTruncated: row.isTruncated,
    findings: explainFailure(row),
    at: writeTime(row.at),
  }
}
