import { expect, test } from 'vitest'
import { newWallet } from '../../../sandbox/testing/world.ts'
import { startIndex } from '../assets/start-index.ts'
import { syncIndex } from '../assets/sync-index.ts'
import { openTestCollection } from '../testing/test-collection.ts'
import { readCollection } from './read-collection.ts'
import { search } from './search.ts'

type Given = Awaited<ReturnType<typeof openTestCollection>>
type Token = { tokenId: string; name: string | null }

/** A collection whose index is complete, or is not. */
async function addCollection({ desk }: Given, name: string, tokens: Token[], isComplete = true) {
  const { db, now } = desk.work
  const address = newWallet().address.toLowerCase()
  const { id } = await db.collection.create({
    data: { network: 'imx', address, name, quotaKey: address, seenAt: now() },
  })
  await db.collectionIndex.create({
    data: {
      collectionId: id,
      state: isComplete ? 'complete' : 'running',
      startedAt: now(),
      completedAt: isComplete ? now() : null,
      nextStepAt: new Date(now().getTime() + 3_600_000),
      count: tokens.length,
    },
  })
  await db.indexedAsset.createMany({
    data: tokens.map((token) => ({ collectionId: id, status: 'imx', owner: address, ...token })),
  })
  return address
}

const find = async ({ operator }: Given, q: string) =>
  (await search(operator, { q })).items.filter(({ kind }) => kind === 'token')

const numbered = (from: number, count: number, name: string) =>
  Array.from({ length: count }, (_, at) => ({ tokenId: String(from + at), name: `${name} #${from + at}` }))

test('default: a counted collection answers a token by its id, and by the beginning of its name', async () => {
  const given = await openTestCollection(12)
  const { desk, operator, key, collection } = given
  await startIndex(operator, key)
  await syncIndex(desk.work, (await readCollection(operator, key)).id)
  const href = `/imx/${collection}/assets/7`
  const [hit] = await find(given, '7')
  expect(hit).toMatchObject({ kind: 'token', href })
  expect(hit?.title).toContain('#7')
  const begins = hit?.title.slice(0, 8).toUpperCase() ?? ''
  expect((await find(given, begins)).length).toBeGreaterThan(0)
})

test('behavior: the very id comes before ids that begin so, and there are at most six', async () => {
  const given = await openTestCollection(1)
  const a = await addCollection(given, 'A', numbered(400, 60, 'Warden'))
  await addCollection(given, 'B', numbered(4_040, 10, 'Fox'))
  const titles = (await find(given, '404')).filter(({ title }) => !title.startsWith('Try'))
  expect(titles.map(({ title }) => title)).toEqual([
    'Warden #404',
    'Fox #4040',
    'Fox #4041',
    'Fox #4042',
    'Fox #4043',
    'Fox #4044',
  ])
  expect(titles[0]).toMatchObject({ detail: 'A', href: `/imx/${a}/assets/404` })
})

test('behavior: an id that a complete index does not have is offered for uncounted collections alone', async () => {
  const given = await openTestCollection(1)
  await addCollection(given, 'Counted', numbered(1, 5, 'One'))
  const half = await addCollection(given, 'Half', numbered(1, 5, 'Half'), false)
  expect(await find(given, '99')).toMatchObject([
    {
      title: 'Try #99',
      detail: 'Half, whose tokens are not all counted',
      href: `/imx/${half}/assets/99`,
    },
  ])
  expect((await find(given, '3')).map(({ title }) => title).sort()).toEqual(['Half #3', 'One #3'])
})

test('boundary: wildcards and marks are plain text, and names of other scripts are found', async () => {
  const given = await openTestCollection(1)
  const names = ['100% Fox', '1000 Foxes', 'a_b', 'axb', 'Øre', '<b>bold</b>', "O'Neil"]
  await addCollection(
    given,
    'Odd',
    names.map((name, at) => ({ tokenId: String(900 + at), name })),
  )
  const titles = async (q: string) => (await find(given, q)).map(({ title }) => title)
  expect(await titles('100%')).toEqual(['100% Fox #900'])
  expect(await titles('a_')).toEqual(['a_b #902'])
  expect(await titles('øR')).toEqual(['Øre #904'])
  expect(await titles('<b>')).toEqual(['<b>bold</b> #905'])
  expect(await titles("o'n")).toEqual(["O'Neil #906"])
  expect(await titles('%')).toEqual([])
  expect(await titles('__')).toEqual([])
})

test('boundary: networks that are off answer nothing, and an id of 78 digits is found', async () => {
  const given = await openTestCollection(1)
  const { db, now } = given.desk.work
  const long = '1'.repeat(78)
  await addCollection(given, 'Long', [{ tokenId: long, name: null }])
  const address = newWallet().address.toLowerCase()
  const { id } = await db.collection.create({
    data: { network: 'imx-sandbox', address, name: 'Off', quotaKey: address, seenAt: now() },
  })
  await db.indexedAsset.create({
    data: { collectionId: id, tokenId: long, name: 'Hidden', status: 'imx', owner: address },
  })
  expect(await find(given, long)).toMatchObject([{ title: `#${long}`, detail: 'Long' }])
  expect(await find(given, 'hidden')).toEqual([])
})

test('behavior: a search of tokens reads an index, however many there are', async () => {
  const given = await openTestCollection(1)
  await addCollection(given, 'Large', numbered(1, 20_000, 'Relic'))
  const { db } = given.desk.work
  await db.$executeRaw`ANALYZE "IndexedAsset"`
  for (const key of [`left(lower(asset."name"), 100)`, `left(asset."tokenId", 80)`]) {
    const plan = await db.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(
      `EXPLAIN SELECT 1 FROM "IndexedAsset" asset WHERE ${key} ~>=~ '199' AND ${key} ~<~ '1999' ORDER BY ${key} USING ~<~ LIMIT 6`,
    )
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toMatch(
      /Index (Only )?Scan using "IndexedAsset_\w+_prefix_idx"/,
    )
  }
})
