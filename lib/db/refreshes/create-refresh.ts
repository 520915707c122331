import 'server-only'
import type { RefreshSource } from '../../domain/refreshes/model-schema.ts'
import type { RefreshQuerySelection } from '../../domain/refreshes/submission-schema.ts'
import type { Db } from '../connection/client.ts'
import { createBatches, fromIds } from '../tokens/create-batches.ts'
import { nextRefreshNumber } from './refresh-number.ts'

export type NewRefresh = {
  collectionId: string
  network: string
  source: RefreshSource
  /** Whose signature a script sent it with. */
  signerAddress?: string | null
  memberId: string | null
  note: string | null
  idempotencyKey: string | null
  requestHash: string | null
  /** The refreshes whose failed tokens it takes up again. */
  retryOf: readonly string[]
  /** The tokens, each once, or a query whose tokens are collected later. */
  tokens: { ids: readonly string[]; leaveOutRefreshing: boolean } | RefreshQuerySelection
  batchSize: number
  now: Date
}

export type CreatedRefresh = { id: string; number: number; tokens: number }

/** Call inside a transaction. Throws P2002 when the member has used this idempotency key before. */
export async function createRefresh(tx: Db, refresh: NewRefresh): Promise<CreatedRefresh> {
  const { tokens, batchSize, now, retryOf, network, ...facts } = refresh
  const originals = { create: retryOf.map((originalId) => ({ originalId })) }
  const isQuery = 'query' in tokens
  const { id, number } = await tx.refresh.create({
    data: {
      ...facts,
      number: await nextRefreshNumber(tx),
      tokenCount: 0,
      createdAt: now,
      retryOf: originals,
      ...(isQuery && { query: tokens, expandState: 'expanding' }),
    },
  })
  if (isQuery) return { id, number, tokens: 0 }
  const { ids, leaveOutRefreshing } = tokens
  const { collectionId } = refresh
  const frozen = await createBatches(tx, {
    refreshId: id,
    collectionId,
    network,
    source: fromIds(ids),
    batchSize,
    leaveOutRefreshing,
  })
  const batchCount = Math.ceil(frozen / batchSize)
  await tx.refresh.update({ where: { id }, data: { tokenCount: frozen, batchCount } })
  return { id, number, tokens: frozen }
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
