import type { WalletEngine } from './engine.ts'
import { WalletError } from './wallet-error.ts'
import { noWallet, type WalletState } from './wallet-state.ts'

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
