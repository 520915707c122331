import 'server-only'
import { AppError } from '../../core/app-error.ts'
import { listFailures as find } from '../../db/tokens/failures.ts'
import { cleanText } from '../../domain/failures/failure-body.ts'
import type { FailurePage } from '../../domain/failures/failure-schema.ts'
import { readCursor, writeCursor } from '../../domain/refreshes/cursor/cursor.ts'
import { FailureCursor } from '../../domain/refreshes/cursor/cursor-schema.ts'
import type { ServiceContext } from '../context.ts'
import { getSummary } from './get-refresh.ts'

type ListFailures = {
  cause?: string | undefined
  tokenId?: string | undefined
  cursor?: string | undefined
  pageSize: number
}

/** The single failures of a refresh, oldest first, all or those of one cause or token. */
export async function listFailures(
  ctx: ServiceContext,
  key: string,
  { cause, tokenId, cursor, pageSize }: ListFailures,
): Promise<FailurePage> {
  const { id: refreshId } = await getSummary(ctx, key)
  const place = cursor ? readCursor(cursor, FailureCursor) : null
  if (cursor && !place) throw new AppError('invalid_request', 'The cursor is not valid.')
  const after = place?.id ?? null
  const found = await find(
    ctx.db,
    { refreshId, cause: cause && cleanText(cause), tokenId },
    { after, limit: pageSize + 1 },
  )
  const items = found.slice(0, pageSize)
  const last = items.at(-1)
  const nextCursor = last && found.length > pageSize ? writeCursor({ id: last.id }) : null
  return { items, nextCursor }
}
