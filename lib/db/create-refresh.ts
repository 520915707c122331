import 'server-only'
import type { Db } from './client.ts'
import { createTokens } from './tokens.ts'

export type NewRefresh = {
  collectionId: string
  origin: 'desk' | 'sample'
  memberId: string | null
  note: string | null
  idempotencyKey: string | null
  requestHash: string | null
  /** The refreshes whose failed tokens it takes up again. */
  retryOf: readonly string[]
  /** The frozen tokens, already cut into batches. */
  batches: readonly (readonly string[])[]
  now: Date
}

/** Call inside a transaction. Throws P2002 when the member has used this idempotency key before. */
export async function createRefresh(tx: Db, refresh: NewRefresh): Promise<{ id: string; number: number }> {
  const { batches, now, retryOf, ...facts } = refresh
  const tokenCount = batches.reduce((sum, batch) => sum + batch.length, 0)
  const sources = { create: retryOf.map((sourceId) => ({ sourceId })) }
  const data = { ...facts, tokenCount, createdAt: now, retryOf: sources }
  const { id, number } = await tx.refresh.create({ data })
  let firstPosition = 1
  for (const [index, ids] of batches.entries()) {
    const batch = await tx.batch.create({
      data: { refreshId: id, position: index + 1, tokenCount: ids.length },
    })
    await createTokens(tx, { refreshId: id, batchId: batch.id, firstPosition, ids })
    firstPosition += ids.length
  }
  return { id, number }
}

export async function findByIdempotencyKey(
  db: Db,
  memberId: string,
  idempotencyKey: string,
): Promise<{ id: string; requestHash: string | null } | null> {
  return db.refresh.findUnique({
    where: { memberId_idempotencyKey: { memberId, idempotencyKey } },
    select: { id: true, requestHash: true },
  })
}
