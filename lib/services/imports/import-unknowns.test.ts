import { expect, test } from 'vitest'
import { ids } from '../testing/test-engine.ts'
import { setUpImport } from '../testing/test-import.ts'
import { getImport } from './get-import.ts'

const DAY = 24 * 60

test('behavior: what may be a lost request of the desk is left out, so that nothing is sent twice', async () => {
  const { network, desk, operator, takeElsewhere, press, history, references } = await setUpImport()
  takeElsewhere(['1'], DAY)
  const justBefore = takeElsewhere(['8', '9'], 3)
  network.script.push('accept_and_drop')
  const { id } = await desk.submit(operator, ids(5))
  await desk.doDueWork()
  expect((await desk.read(id)).state).toBe('unknown')
  const lost = network.taken.at(-1)?.id ?? ''
  expect(await press()).toMatchObject({ state: 'complete', listed: 3, imported: 1, leftOut: 2 })
  expect(await references()).not.toContain(lost)

  await desk.advance(30 * 60_000)
  expect(await desk.read(id)).toMatchObject({
    state: 'succeeded',
    batches: [{ reference: lost, resends: 0 }],
  })
  await desk.sign()
  expect(await press()).toMatchObject({ imported: 1, leftOut: 0 })
  await desk.doDueWork()
  expect(network.submissions).toBe(1)
  expect((await references()).sort()).toEqual(network.taken.map((taken) => taken.id).sort())
  expect(await references()).toContain(justBefore)
  expect(await history()).toHaveLength(3)
})

test('behavior: one that was found absent once and then shows late is still not taken from the desk', async () => {
  const { network, desk, operator, press, references } = await setUpImport()
  network.isSlow = true
  network.script.push('accept_and_drop', 'accept_and_drop')
  const { id } = await desk.submit(operator, ids(5))
  await desk.doDueWork()
  network.hidden.add(network.taken[0]?.id ?? '')
  await desk.advance(16 * 60_000)
  network.hidden.add(network.taken[1]?.id ?? '')
  await desk.advance(1_000)
  expect(network.submissions).toBe(2)
  expect((await desk.read(id)).state).toBe('unknown')
  network.hidden.clear()
  expect(await press()).toMatchObject({ listed: 2, imported: 0, leftOut: 2 })
  expect(await references()).toEqual([])
})

test('behavior: a request that is on its way while the list is read is left out', async () => {
  const { network, desk, operator, press, references } = await setUpImport()
  let imported: unknown = null
  network.afterTaking = async () => {
    network.afterTaking = async () => {}
    imported = await press()
  }
  await desk.submit(operator, ids(5))
  await desk.doDueWork()
  expect(imported).toMatchObject({ state: 'complete', listed: 1, imported: 0, leftOut: 1 })
  expect(await references()).toEqual([network.taken[0]?.id])
})

const recordedWhile = ['list', 'refresh'] as const

test.each(recordedWhile)(
  'behavior: a request that was on its way when the list was read, and is recorded while the desk reads the %s, is known',
  async (read) => {
    const { network, desk, operator, key, press, references } = await setUpImport()
    const release = Promise.withResolvers<void>()
    const isTaken = Promise.withResolvers<void>()
    network.afterTaking = () => {
      isTaken.resolve()
      return release.promise
    }
    await desk.submit(operator, ids(5))
    const sent = desk.doDueWork()
    await isTaken.promise
    network.afterReading = async (what) => {
      if (what !== read) return
      network.afterReading = async () => {}
      release.resolve()
      await sent
    }
    await press()
    expect(await getImport(operator, key)).toMatchObject({ listed: 1, imported: 0, leftOut: 0 })
    expect(await references()).toEqual([network.taken[0]?.id])
  },
)
