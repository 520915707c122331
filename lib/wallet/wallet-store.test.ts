import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const startEngine = vi.hoisted(() => vi.fn())
vi.mock('./engine.ts', () => ({ startEngine }))

beforeEach(() => {
  vi.resetModules()
  startEngine.mockReset()
  vi.useFakeTimers()
})
afterEach(() => void vi.useRealTimers())

/** A page of its own, that has not loaded anything. */
const openPage = () => import('./wallet-store.ts')
const options = { hasDemoWallet: false }

test('behavior: code that could not be loaded is loaded again until it is here, and then no more', async () => {
  const { keepLoadingWallet, loadedWallet } = await openPage()
  const engine = {}
  startEngine.mockRejectedValueOnce(new Error('No download')).mockRejectedValueOnce(new Error('Nor now'))
  startEngine.mockResolvedValue(engine)
  keepLoadingWallet(options)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(startEngine).toHaveBeenCalledTimes(3)
  expect(await loadedWallet()).toBe(engine)
})

test('behavior: who has left the page tries no more', async () => {
  const { keepLoadingWallet } = await openPage()
  startEngine.mockRejectedValue(new Error('No download'))
  const leave = keepLoadingWallet(options)
  await vi.advanceTimersByTimeAsync(3_000)
  leave()
  const tries = startEngine.mock.calls.length
  await vi.advanceTimersByTimeAsync(60_000)
  expect(tries).toBeGreaterThan(1)
  expect(startEngine).toHaveBeenCalledTimes(tries)
})
