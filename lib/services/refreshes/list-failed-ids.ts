import 'server-only'
import { listFailedIds as find } from '../../db/tokens/failures.ts'
import { cleanText } from '../../domain/failures/failure-body.ts'
import type { FailedIds } from '../../domain/failures/failure-schema.ts'
import type { ServiceContext } from '../context.ts'
import { getSummary } from './get-refresh.ts'

/** Each token of a refresh that failed, or failed for one cause, by its number: no more than a refresh has tokens. */
export async function listFailedIds(
  ctx: ServiceContext,
  key: string,
  { cause }: { cause?: string | undefined },
): Promise<FailedIds> {
  const { id: refreshId } = await getSummary(ctx, key)
  return { ids: await find(ctx.db, { refreshId, cause: cause && cleanText(cause) }) }
}
