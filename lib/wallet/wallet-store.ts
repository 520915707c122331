import { watchAnnounced } from './announced-wallets.ts'
import type { Connected } from './connect-wallet.ts'
import type { WalletEngine } from './engine.ts'
import { listWallets } from './list-wallets.ts'
import { noWallet, type WalletState } from './wallet-state.ts'

const RETRY_MS = 2_000
const ANNOUNCE_MS = 150

type Options = { hasDemoWallet: boolean }

let state = noWallet
let engine: Promise<WalletEngine> | null = null
/** Counts the choices of a wallet, the taking back of one included. */
let choice = 0
const listeners = new Set<() => void>()

function set(news: Partial<WalletState>): void {
  state = { ...state, ...news }
  for (const listener of listeners) listener()
}

export const walletStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  get: (): WalletState => state,
  getOnServer: (): WalletState => noWallet,
}

/** Lists the wallets of this browser without the code that talks to them. Returns what ends it. */
export function keepListingWallets(options: Options): () => void {
  const list = () => set({ wallets: listWallets(options) })
  const stop = watchAnnounced(list)
  list()
  // Wallets announce themselves as an answer to an event; slow ones appear when they come.
  const timer = setTimeout(() => set({ isReady: true }), ANNOUNCE_MS)
  return () => {
    clearTimeout(timer)
    stop()
  }
}

/** Loads the wallet code, once for the life of the page. It restores a known connection and never prompts. */
export function loadWallet(options: Options): Promise<WalletEngine> {
  engine ??= import('./engine.ts').then(({ startEngine }) => startEngine(options, set))
  engine.catch(() => {
    engine = null
  })
  return engine
}

/** The same, again until it succeeds: without the code no wallet answers. Returns what ends the trying. */
export function keepLoadingWallet(options: Options): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const load = () => {
    loadWallet(options).catch(() => {
      if (!isOver) timer = setTimeout(load, RETRY_MS)
    })
  }
  load()
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}

/** Connects once the code is here, unless the person has chosen anew by then. */
export async function connectWallet(options: Options, id: string): Promise<Connected> {
  choice += 1
  const mine = choice
  for (;;) {
    const loaded = await loadWallet(options).catch(() => null)
    if (mine !== choice) throw await gone()
    if (loaded) return loaded.connect(id)
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
  }
}

export async function stopConnecting(): Promise<void> {
  choice += 1
  const loaded = await engine?.catch(() => null)
  loaded?.stopConnecting()
}

export async function loadedWallet(): Promise<WalletEngine> {
  if (!engine) throw await gone()
  return engine
}

/** The words of errors are loaded with the first one. */
async function gone(): Promise<Error> {
  const { WalletError } = await import('./wallet-error.ts')
  return new WalletError('gone')
}

/** Whether a wallet was connected here before, so that loading the wallet code can tell something. */
export function hasKnownWallet(): boolean {
  try {
    return localStorage.getItem('refresh-desk.wallet.recentConnectorId') !== null
  } catch {
    return false
  }
}
