import type { WalletEngine } from './engine.ts'
import { WalletError } from './wallet-error.ts'
import { noWallet, type WalletState } from './wallet-state.ts'

const RETRY_MS = 2_000

let state = noWallet
let engine: Promise<WalletEngine> | null = null
const listeners = new Set<() => void>()

function set(next: WalletState): void {
  state = next
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

/** Loads the wallet code, once for the life of the page. It restores a known connection and never prompts. */
export function loadWallet(options: { hasDemoWallet: boolean }): Promise<WalletEngine> {
  engine ??= import('./engine.ts').then(({ startEngine }) => startEngine(options, set))
  engine.catch(() => {
    engine = null
  })
  return engine
}

/** The same, again until it succeeds: without the code no wallet can be chosen. Returns what ends the trying. */
export function keepLoadingWallet(options: { hasDemoWallet: boolean }): () => void {
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

export async function loadedWallet(): Promise<WalletEngine> {
  if (!engine) throw new WalletError('gone')
  return engine
}

/** Whether a wallet was connected here before, so that loading the wallet code can tell something. */
export function hasKnownWallet(): boolean {
  try {
    return localStorage.getItem('refresh-desk.wallet.recentConnectorId') !== null
  } catch {
    return false
  }
}
