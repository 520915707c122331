import 'server-only'
import type { Db } from '../connection/client.ts'
import { listedIds } from './create-batches.ts'

export type Part = { id: string; fence: number; position: number }

/**
 * Gives each group of a batch's tokens a batch of its own, in the state and under the lease of the whole. The first group
 * keeps the batch, the others come after all batches of the refresh. Call inside a transaction, by whoever has the lease.
 */
export async function splitBatch(
  tx: Db,
  batch: Part & { refreshId: string },
  groups: readonly (readonly string[])[],
): Promise<Part[]> {
  const { id, fence, position, refreshId } = batch
  const parts: Part[] = [{ id, fence, position }]
  for (const tokenIds of groups.slice(1)) {
    const [part] = await tx.$queryRaw<Part[]>`
      INSERT INTO "Batch"
        ("id", "refreshId", "network", "position", "state", "leaseOwner", "leaseUntil", "fence", "tokenCount")
      SELECT gen_random_uuid(), "refreshId", "network",
        (SELECT MAX("position") + 1 FROM "Batch" WHERE "refreshId" = ${refreshId}::uuid),
        "state", "leaseOwner", "leaseUntil", "fence", ${tokenIds.length}::int
      FROM "Batch" WHERE "id" = ${id}::uuid
      RETURNING "id", "fence", "position"`
    if (!part) throw new Error('A batch went away while it was split')
    parts.push(part)
    await tx.$executeRaw`
      UPDATE "RefreshToken" SET "batchId" = ${part.id}::uuid
      WHERE "batchId" = ${id}::uuid AND "tokenId" IN (SELECT ${listedIds(tokenIds)})`
  }
  return parts
}
