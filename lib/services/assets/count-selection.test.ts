import { expect, test } from 'vitest'
import { readCollection } from '../collections/read-collection.ts'
import { createNetworks } from '../networks/networks.ts'
import { openTestCollection } from '../testing/test-collection.ts'
import { countSelection } from './count-selection.ts'

test('default: a query that no index answers is counted a little further by each request, and then known', async () => {
  const { operator, key, world, desk } = await openTestCollection(900)
  const stored = await readCollection(operator, key)
  // Two requests in a second, of which counting takes one.
  const [imx] = operator.networks.list()
  const slow = createNetworks([
    { slug: 'imx', baseUrl: imx?.baseUrl ?? '', apiKey: null, requestsPerSecond: 2 },
  ])
  const ctx = { ...operator, networks: slow }
  const all = { query: { name: 'relic' }, except: ['1', '9999'] }
  const counts = []
  for (let request = 0; request < 5; request++) {
    const [count, same] = await Promise.all([
      countSelection(ctx, stored, all),
      countSelection(ctx, stored, all),
    ])
    expect(same).toEqual(count)
    counts.push(count)
    if (!count.isAtLeast) break
  }
  expect(counts[0]).toMatchObject({ isAtLeast: true })
  expect(counts.map(({ tokens }) => tokens)).toEqual(
    counts.map(({ tokens }) => tokens).toSorted((a, b) => a - b),
  )
  expect(counts.at(-1)).toEqual({ tokens: 899, isAtLeast: false, refreshing: 0 })

  await desk.submit(operator, ['3', '4'])
  expect(await countSelection(ctx, stored, all)).toMatchObject({ tokens: 899, refreshing: 2 })
  const ids = { ids: ['3', '3', '5'] }
  expect(await countSelection(ctx, stored, ids)).toEqual({ tokens: 2, isAtLeast: false, refreshing: 1 })

  // A count that is done needs no network; one that begins does.
  await world.control('POST', '/faults', { operation: 'assets', kind: 'status', status: 403 })
  expect(await countSelection(ctx, stored, all)).toMatchObject({ tokens: 899 })
  const other = { query: { name: 'x' }, except: [] }
  await expect(countSelection(ctx, stored, other)).rejects.toMatchObject({ code: 'upstream_rejected' })
  await world.control('DELETE', '/faults')
  expect(await countSelection(ctx, stored, other)).toMatchObject({ isAtLeast: false })
})
