import 'server-only'
import { asImported } from '../../domain/batches/transition.ts'
import type { Db } from '../connection/client.ts'
import { addActivity } from '../refreshes/activities.ts'
import { nextRefreshNumber } from '../refreshes/refresh-number.ts'
import { recordSignatureUse } from '../signatures/signatures.ts'

export type Imported = {
  collectionId: string
  network: string
  reference: string
  /** When the network began it. */
  at: Date
  isQueued: boolean
  tokenCount: number
  /** Who had it imported, and the owner's signature it was read with, if it was one. */
  memberId: string | null
  signatureId: string | null
  nextPollAt: Date
  now: Date
}

/** Writes down a refresh that was made elsewhere, with the one batch it is; returns the batch's id. Call inside a transaction. */
export async function createImported(tx: Db, imported: Imported): Promise<string> {
  const { collectionId, network, reference, at, isQueued, nextPollAt, now, ...more } = imported
  const { tokenCount, memberId, signatureId } = more
  const { columns } = asImported({ reference, at, isQueued, nextPollAt })
  const batch = { ...columns, position: 1, network, state: 'sent' as const, tokenCount }
  const { id: refreshId, batches } = await tx.refresh.create({
    data: {
      number: await nextRefreshNumber(tx),
      collectionId,
      source: 'import',
      tokenCount,
      batchCount: 1,
      sentBatchCount: 1,
      createdAt: at,
      batches: { create: batch },
    },
    select: { id: true, batches: { select: { id: true } } },
  })
  await addActivity(tx, { refreshId, kind: 'imported', memberId, data: { tokens: tokenCount }, now })
  if (signatureId) await recordSignatureUse(tx, { signatureId, refreshId, memberId, now })
  const [made] = batches
  if (!made) throw new Error('The batch of an imported refresh was not made.')
  return made.id
}

const LARGEST_ID = (2n ** 256n - 1n).toString()

/**
 * Of a refresh that was made elsewhere only the failed tokens are known. Doing it again adds nothing. What the network
 * calls a token and nobody could refresh stays a failure without a token.
 */
export async function addFailedTokens(tx: Db, batchId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "RefreshToken" ("refreshId", "position", "batchId", "tokenId", "state")
    SELECT f."refreshId",
      (SELECT COALESCE(MAX("position"), 0) FROM "RefreshToken" WHERE "batchId" = ${batchId}::uuid)
        + ROW_NUMBER() OVER (ORDER BY f."at", f."tokenId"),
      f."batchId", f."tokenId", 'failed'
    FROM "Failure" f
    WHERE f."batchId" = ${batchId}::uuid AND f."tokenId" ~ '^(0|[1-9][0-9]{0,77})$'
      AND (LENGTH(f."tokenId") < 78 OR f."tokenId" COLLATE "C" <= ${LARGEST_ID})
      AND NOT EXISTS (
        SELECT 1 FROM "RefreshToken" t WHERE t."refreshId" = f."refreshId" AND t."tokenId" = f."tokenId"
      )`
}

/** What has finished did so when the network completed it, not when the desk heard of it. */
export async function finishImported(tx: Db, refreshId: string, finishedAt: Date): Promise<void> {
  const where = { id: refreshId, finishedAt: { not: null } }
  await tx.refresh.updateMany({ where, data: { finishedAt } })
}
