import type { AssetFilter } from '../../domain/assets/asset-filter-schema.ts'
import { startIndex } from '../assets/start-index.ts'
import { syncIndex } from '../assets/sync-index.ts'
import { readCollection } from '../collections/read-collection.ts'
import { submitRefresh } from '../refreshes/submit-refresh.ts'
import { openTestCollection } from './test-collection.ts'

type Extra = { except?: string[]; leaveOutRefreshing?: boolean }

/** `openTestCollection`, with what it takes to submit queries and to see what became of them. */
export async function openTestQueries(tokens: number) {
  const given = await openTestCollection(tokens)
  const { operator, collection, desk, database, key } = given
  const submit = (query: AssetFilter, { except = [], ...extra }: Extra = {}, idempotencyKey?: string) =>
    submitRefresh(
      operator,
      { network: 'imx', collection, selection: { query, except }, ...extra },
      idempotencyKey ?? null,
    )
  const listTokens = async (refreshId: string) => {
    const orderBy = { position: 'asc' } as const
    return (await database.prisma.refreshToken.findMany({ where: { refreshId }, orderBy })).map(
      (row) => row.tokenId,
    )
  }
  const index = async () => {
    await startIndex(operator, key)
    const { id } = await readCollection(operator, key)
    await syncIndex(desk.work, id)
    return id
  }
  return { ...given, submit, listTokens, index }
}

export const upTo = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1))
export const sorted = (ids: string[]) => ids.toSorted((a, b) => Number(a) - Number(b))
