import type { Db } from '../../db/connection/client.ts'
import { saveFailures } from '../../db/tokens/failures.ts'
import { markTokens } from '../../db/tokens/mark-tokens.ts'

type Outcome = { refreshId: string; failed: readonly string[]; at: Date }

/** Ends the batches of a refresh as if the network had said which tokens failed and that the others succeeded. */
export async function finishRefresh(db: Db, { refreshId, failed, at }: Outcome): Promise<void> {
  for (const { id: batchId } of await db.batch.findMany({ where: { refreshId } })) {
    const tokens = await db.refreshToken.findMany({ where: { batchId, tokenId: { in: [...failed] } } })
    const failures = tokens.map(({ tokenId }) => ({
      tokenId,
      cause: 'unable_to_retrieve_metadata~~~',
      errorCode: 'unable_to_retrieve_metadata',
      url: null,
      httpStatus: null,
      body: null,
      bodyBytes: 0,
      isTruncated: false,
      at,
    }))
    await saveFailures(db, { refreshId, batchId }, failures, failures.length)
    await markTokens(db, batchId, 'succeeded', at)
    const end = { state: 'finished', finishedAt: at, failed: failures.length } as const
    await db.batch.update({ where: { id: batchId }, data: end })
  }
}
