import { expect, test } from 'vitest'
import { NetworkList } from '../../domain/networks/network-card-schema.ts'
import { ChangedItems } from '../../domain/refreshes/changed-items-schema.ts'
import { RefreshDetail } from '../../domain/refreshes/model-schema.ts'
import { editNote } from '../refreshes/edit-note.ts'
import { setUpEngine } from '../testing/test-engine.ts'
import { hub, tick } from './hub.ts'
import { closeStreams } from './streams.ts'
import { watchAll } from './watch-all.ts'
import { watchRefresh } from './watch-refresh.ts'
import { watchRefreshes } from './watch-refreshes.ts'

async function setUp() {
  const { network, desk, operator } = await setUpEngine()
  return { network, desk, operator, viewer: await desk.join('viewer') }
}

/** A test ticks by itself: a tick of the hub's own that is under way would swallow it. */
const stopTimer = () => clearInterval(hub().timer ?? undefined)

/** What it hears of refreshes, and of networks. */
function newViewer() {
  const events: { event: string; data: unknown }[] = []
  const networks: NetworkList[] = []
  const viewer = {
    hasEnded: false,
    send: (event: string, data: string) =>
      event === 'networks'
        ? networks.push(NetworkList.parse(JSON.parse(data)))
        : events.push({ event, data: JSON.parse(data) }),
    end: () => {
      viewer.hasEnded = true
    },
  }
  return { events, networks, viewer }
}

test('default: a viewer gets a snapshot at once, then one for every change, and none without', async () => {
  const { network, desk, operator, viewer } = await setUp()
  const { id, number } = await desk.submit(operator, ['1', '2'])
  const watching = newViewer()
  const leave = (await watchRefresh(viewer, `R-${number}`))(watching.viewer)
  stopTimer()
  await tick(desk.work)
  expect(watching.events).toHaveLength(1)
  await desk.doDueWork()
  await tick(desk.work)
  await desk.advance(2_000)
  await tick(desk.work)
  await tick(desk.work)
  const seen = watching.events.map(({ data }) => RefreshDetail.parse(data))
  expect([seen[0]?.state, seen.at(-1)?.state]).toEqual(['running', 'succeeded'])
  const versions = seen.map(({ version }) => version)
  expect(versions.length).toBeGreaterThanOrEqual(3)
  expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b))
  expect(seen.every((one) => one.id === id)).toBe(true)
  leave()
  await editNote(operator, id, 'After the viewer left')
  await tick(desk.work)
  expect(watching.events).toHaveLength(seen.length)
  expect([hub().details.size, hub().timer]).toEqual([0, null])
  expect(network.submissions).toBe(1)
})

test('behavior: fifty viewers cost one reading, and no question to the network', async () => {
  const { network, desk, operator, viewer } = await setUp()
  network.isSlow = true
  const { id } = await desk.submit(operator, ['1', '2'])
  const all = Array.from({ length: 50 }, newViewer)
  const leaves = []
  for (const one of all) {
    leaves.push((await watchRefresh(viewer, id))(one.viewer))
    stopTimer()
  }
  const { looks } = network
  await editNote(operator, id, 'Seen by all')
  await tick(desk.work)
  expect(network.looks).toBe(looks)
  const texts = all.map(({ events }) => events.at(-1))
  expect(new Set(texts.map((event) => JSON.stringify(event))).size).toBe(1)
  expect(texts[0]?.data).toMatchObject({ note: 'Seen by all' })
  for (const leave of leaves) leave()
})

test('default: the list tells what runs first, then what is new, what changed and what settled', async () => {
  const { desk, operator, viewer } = await setUp()
  const first = await desk.submit(operator, ['1'])
  const watching = newViewer()
  const leave = (await watchRefreshes(viewer))(watching.viewer)
  stopTimer()
  const last = () => ChangedItems.parse(watching.events.at(-1)?.data).items
  expect(last().map(({ id }) => id)).toEqual([first.id])
  await tick(desk.work)
  const second = await desk.submit(operator, ['2'])
  await tick(desk.work)
  expect(last().map(({ id }) => id)).toEqual([second.id])
  await desk.doDueWork()
  await desk.advance(2_000)
  await tick(desk.work)
  expect(last().map(({ state }) => state)).toEqual(['succeeded', 'succeeded'])
  const told = watching.events.length
  await tick(desk.work)
  expect(watching.events).toHaveLength(told)
  leave()
})

test('behavior: a network that goes or comes back is told at once, with its last good answer, on every stream', async () => {
  const { network, desk, operator, viewer } = await setUp()
  const { id } = await desk.submit(operator, ['1'])
  const [one, list] = [newViewer(), newViewer()]
  const leaves = [(await watchRefresh(viewer, id))(one.viewer), (await watchRefreshes(viewer))(list.viewer)]
  stopTimer()
  const ask = () =>
    desk.work.networks
      .get('imx')
      .provider.catalog.ping()
      .catch(() => {})
  const told = () => one.networks.at(-1)?.items.find(({ slug }) => slug === 'imx')
  await ask()
  await tick(desk.work)
  const answeredAt = desk.work.now().toISOString()
  expect(told()).toMatchObject({ state: 'answers', lastGoodAt: answeredAt })
  desk.clock.ms += 60_000
  network.readStatus = 503
  await ask()
  await tick(desk.work)
  expect(told()).toMatchObject({ state: 'unreachable', lastGoodAt: answeredAt })
  expect(list.networks.at(-1)).toEqual(one.networks.at(-1))
  const heard = one.networks.length
  await tick(desk.work)
  expect(one.networks).toHaveLength(heard)
  for (const leave of leaves) leave()
})

test('behavior: a refresh that cannot be read stops nobody who watches another, or the list', async () => {
  const { desk, operator, viewer } = await setUp()
  const broken = await desk.submit(operator, ['1'])
  const other = await desk.submit(operator, ['2'])
  const watching = [newViewer(), newViewer(), newViewer()] as const
  const leaves = [
    (await watchRefresh(viewer, broken.id))(watching[0].viewer),
    (await watchRefresh(viewer, other.id))(watching[1].viewer),
    (await watchRefreshes(viewer))(watching[2].viewer),
  ]
  stopTimer()
  await tick(desk.work)
  const { db } = desk.work
  await editNote(operator, broken.id, 'Unreadable')
  await editNote(operator, other.id, 'Fine')
  await db.$executeRaw`UPDATE "Batch" SET "sentAt" = '10000-01-01Z' WHERE "refreshId" = ${broken.id}::uuid`
  await tick(desk.work)
  expect(watching[1].events.at(-1)?.data).toMatchObject({ id: other.id, note: 'Fine' })
  expect(watching[2].events.at(-1)?.data).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ note: 'Fine' })]),
  })
  await db.$executeRaw`UPDATE "Batch" SET "sentAt" = NULL WHERE "refreshId" = ${broken.id}::uuid`
  await tick(desk.work)
  expect(watching[0].events.at(-1)?.data).toMatchObject({ id: broken.id, note: 'Unreadable' })
  for (const leave of leaves) leave()
})

test('behavior: when the desk stops, every viewer is told', async () => {
  const { desk, operator, viewer } = await setUp()
  const { id } = await desk.submit(operator, ['1'])
  const [one, other] = [newViewer(), newViewer()]
  const leaves = [(await watchRefresh(viewer, id))(one.viewer), (await watchRefreshes(viewer))(other.viewer)]
  closeStreams()
  expect([one.viewer.hasEnded, other.viewer.hasEnded]).toEqual([true, true])
  for (const leave of leaves) leave()
})

test('default: one stream carries the list and several refreshes, and leaves out what is not there', async () => {
  const { desk, operator, viewer } = await setUp()
  const [one, other] = [await desk.submit(operator, ['1']), await desk.submit(operator, ['2'])]
  const watching = newViewer()
  const leave = (await watchAll(viewer, [one.id, 'R-9999', other.id]))(watching.viewer)
  stopTimer()
  await tick(desk.work)
  const told = watching.events.length
  const heard = watching.networks.length
  await editNote(operator, one.id, 'Heard twice')
  await tick(desk.work)
  expect(watching.events.slice(0, 3).map(({ event }) => event)).toEqual(['changed', 'snapshot', 'snapshot'])
  expect(watching.events.slice(told).map(({ event }) => event)).toEqual(['snapshot', 'changed'])
  hub().networks.text = ''
  hub().networks.states = ''
  await tick(desk.work)
  expect(watching.networks).toHaveLength(heard + 1)
  leave()
  expect([hub().details.size, hub().list.viewers.size, hub().timer]).toEqual([0, 0, null])
})

test('error: nobody can watch what is not there', async () => {
  const { viewer } = await setUp()
  await expect(watchRefresh(viewer, 'R-9999')).rejects.toMatchObject({ code: 'not_found' })
})
