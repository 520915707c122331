import 'server-only'
import { AppError } from '../../core/app-error.ts'
import { countRefreshes, listRefreshes as find, type RefreshFilter } from '../../db/refreshes/refreshes.ts'
import { findEverMember } from '../../db/team/members.ts'
import { cleanText } from '../../domain/failures/failure-body.ts'
import { readCursor, writeCursor } from '../../domain/refreshes/cursor/cursor.ts'
import { type HistoryPlace, RefreshCursor } from '../../domain/refreshes/cursor/cursor-schema.ts'
import type { RefreshPage, RefreshQuery, RefreshSummary } from '../../domain/refreshes/model-schema.ts'
import { helpOf } from '../../domain/refreshes/needs/need.ts'
import type { ServiceContext } from '../context.ts'

/** The team's history, newest first. */
export async function listRefreshes(ctx: ServiceContext, query: RefreshQuery): Promise<RefreshPage> {
  const cursor = query.cursor ? readCursor(query.cursor, RefreshCursor) : {}
  if (cursor === null) throw new AppError('invalid_request', 'The cursor is not valid.')
  const filter = await toFilter(ctx, query)
  const isBackwards = 'after' in cursor
  const found = await find(ctx.db, filter, { ...cursor, limit: query.pageSize + 1 })
  const hasMore = found.length > query.pageSize
  // On the way back the one too many is the newest, on the way forth the oldest.
  const items = !hasMore ? found : isBackwards ? found.slice(1) : found.slice(0, query.pageSize)
  const [first, last] = [items[0], items.at(-1)]
  const hasNewer = isBackwards ? hasMore : 'before' in cursor
  const hasOlder = isBackwards || hasMore
  return {
    items,
    nextCursor: last && hasOlder ? writeCursor({ before: placeOf(last) }) : null,
    previousCursor: first && hasNewer ? writeCursor({ after: placeOf(first) }) : null,
    total: await countRefreshes(ctx.db, filter),
  }
}

const placeOf = ({ createdAt, number }: RefreshSummary): HistoryPlace => [createdAt, number]

async function toFilter(ctx: ServiceContext, query: RefreshQuery): Promise<RefreshFilter> {
  const { network, collection, state, source, member, tokenId, from, to, problems, needs } = query
  return {
    ...(network && { network }),
    ...(collection && { collection }),
    ...(state && { states: [state] }),
    ...(source && { source }),
    ...(member && { member: await findMaker(ctx, cleanText(member)) }),
    ...(tokenId !== undefined && { tokenId }),
    ...(from && { from: new Date(from) }),
    ...(to && { to: new Date(to) }),
    ...(problems && { hasProblems: true }),
    ...(needs && { needs: needs === 'you' ? helpOf(ctx.member) : needs }),
  }
}

/** Removed members stay in the history; nobody made anything under an id that is nobody's. */
async function findMaker(ctx: ServiceContext, id: string) {
  return id === 'me' ? ctx.member : findEverMember(ctx.db, id)
}
