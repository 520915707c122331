import { expect, test } from 'vitest'
import { z } from 'zod'
import { findLastRefreshes, listTokenRefreshes } from '../../db/refreshes/token-history.ts'
import { TokenRefresh } from '../../domain/collections/collection-card-schema.ts'
import { LastRefresh } from '../../domain/collections/model-schema.ts'
import { FailurePage } from '../../domain/failures/failure-schema.ts'
import { Address } from '../../domain/networks/address-schema.ts'
import { NetworkSlug } from '../../domain/networks/network-slug-schema.ts'
import { RefreshDetail } from '../../domain/refreshes/model-schema.ts'
import { ids, setUpEngine } from '../testing/test-engine.ts'
import { listFailures } from './list-failures.ts'

test('behavior: a row that holds a time or a token id of no page is shown all the same, page by page', async () => {
  const { network, desk, operator } = await setUpEngine()
  for (const id of ids(4)) network.failures.set(id, { error_code: 'x', client_response_status_code: 404 })
  const { id } = await desk.submit(operator, ids(4))
  await desk.doDueWork()
  await desk.advance(2_000)
  const { db } = desk.work
  await db.$executeRaw`UPDATE "Failure" SET "at" = '10000-01-01Z', "tokenId" = 'abc' WHERE "tokenId" IN ('2')`
  await db.$executeRaw`UPDATE "Failure" SET "at" = '20000-01-01Z' WHERE "tokenId" IN ('3')`
  await db.$executeRaw`UPDATE "Failure" SET "at" = '0201-01-01Z BC' WHERE "tokenId" IN ('4')`
  expect(RefreshDetail.parse(await desk.read(id))).toMatchObject({ state: 'failed', causes: [{ count: 4 }] })
  const seen: string[] = []
  for (let cursor: string | undefined, pages = 0; pages < 5; pages++) {
    const page = FailurePage.parse(await listFailures(operator, id, { pageSize: 1, cursor }))
    seen.push(...page.items.map(({ tokenId }) => tokenId))
    if (page.nextCursor === null) break
    cursor = page.nextCursor
  }
  expect(seen).toEqual(['4', '1', 'abc', '3'])
})

test('behavior: so is what such a time was the last of, in the list of assets and in the history of its token', async () => {
  const { network, desk, operator } = await setUpEngine()
  for (const id of ids(2)) network.failures.set(id, { error_code: 'x', client_response_status_code: 404 })
  await desk.submit(operator, ids(2))
  await desk.doDueWork()
  await desk.advance(2_000)
  const { db } = desk.work
  await db.$executeRaw`UPDATE "Failure" SET "at" = '10000-01-01Z'`
  const { id: collectionId, network: slug, address } = await db.collection.findFirstOrThrow()
  const key = { network: NetworkSlug.parse(slug), address: Address.parse(address) }
  const last = await findLastRefreshes(db, key, ids(2))
  expect(z.array(LastRefresh).parse([...last.values()])).toHaveLength(2)
  expect(z.array(TokenRefresh).parse(await listTokenRefreshes(db, collectionId, '1', 5))).toHaveLength(1)
})
