import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { WalletOption } from './wallet-state.ts'

beforeEach(() => {
  vi.resetModules()
  vi.stubGlobal('window', new EventTarget())
})
afterEach(() => void vi.unstubAllGlobals())

/** A page of its own, whose wallets announce themselves whenever they are asked. */
async function openPage(wallets: { uuid: string; name: string; rdns: string }[]) {
  for (const info of wallets) {
    window.addEventListener('eip6963:requestProvider', () => {
      const detail = { info: { icon: 'data:image/png;base64,', ...info }, provider: { of: info.uuid } }
      window.dispatchEvent(Object.assign(new Event('eip6963:announceProvider'), { detail }))
    })
  }
  const { watchAnnounced, announcedProvider } = await import('./announced-wallets.ts')
  const { listWallets } = await import('./list-wallets.ts')
  return { watchAnnounced, announcedProvider, listWallets }
}

const namesOf = (wallets: WalletOption[]) => wallets.map(({ id, name }) => `${id} ${name}`)

test('default: wallets that announce themselves are listed once each, two with one name apart, the demo wallet last', async () => {
  const page = await openPage([
    { uuid: 'a', name: 'MetaMask', rdns: 'io.metamask' },
    { uuid: 'b', name: 'MetaMask', rdns: 'io.metamask' },
    { uuid: 'c', name: '\u202e', rdns: 'nameless.example' },
  ])
  const onChange = vi.fn()
  page.watchAnnounced(onChange)
  page.watchAnnounced(() => {})
  expect(namesOf(page.listWallets({ hasDemoWallet: true }))).toEqual([
    'a MetaMask',
    'b MetaMask',
    'c Wallet without a name',
    'demo Demo wallet',
  ])
  expect(onChange).toHaveBeenCalledTimes(3)
  expect(page.announcedProvider('b')).toEqual({ of: 'b' })
})

test('boundary: the nameless wallet counts only where none announces itself', async () => {
  vi.stubGlobal('window', Object.assign(new EventTarget(), { ethereum: {} }))
  const alone = await openPage([])
  alone.watchAnnounced(() => {})
  expect(namesOf(alone.listWallets({ hasDemoWallet: false }))).toEqual(['injected Browser wallet'])
  vi.resetModules()
  const beside = await openPage([{ uuid: 'a', name: 'Rabby', rdns: 'io.rabby' }])
  beside.watchAnnounced(() => {})
  expect(namesOf(beside.listWallets({ hasDemoWallet: false }))).toEqual(['a Rabby'])
})

test('error: what announces itself without a name is left out, and the others are listed', async () => {
  const nameless = { uuid: 'a', rdns: 'odd.example' } as { uuid: string; name: string; rdns: string }
  const page = await openPage([nameless, { uuid: 'b', name: 'Rabby', rdns: 'io.rabby' }])
  const onChange = vi.fn()
  page.watchAnnounced(onChange)
  expect(namesOf(page.listWallets({ hasDemoWallet: false }))).toEqual(['b Rabby'])
  expect(onChange).toHaveBeenCalledTimes(1)
})
