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

test('behavior: a wallet chosen while the code cannot be loaded is asked once it is here', async () => {
  const { connectWallet } = await openPage()
  const connect = vi.fn(async () => ({ address: '0x1', chainId: 1 }))
  startEngine.mockRejectedValueOnce(new Error('No download'))
  startEngine.mockResolvedValue({ connect })
  const connected = connectWallet(options, 'some-wallet')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await connected).toEqual({ address: '0x1', chainId: 1 })
  expect(connect.mock.calls).toEqual([['some-wallet']])
})

test('behavior: a choice that is taken back, or followed by another, before the code came asks no wallet', async () => {
  const { connectWallet, stopConnecting } = await openPage()
  const connect = vi.fn(async () => ({ address: '0x1', chainId: 1 }))
  startEngine.mockResolvedValue({ connect, stopConnecting: () => {} })
  const first = connectWallet(options, 'first').catch((error) => error)
  void stopConnecting()
  expect(await first).toMatchObject({ problem: 'gone' })
  const second = connectWallet(options, 'second').catch((error) => error)
  await connectWallet(options, 'third')
  expect(await second).toMatchObject({ problem: 'gone' })
  expect(connect.mock.calls).toEqual([['third']])
})
