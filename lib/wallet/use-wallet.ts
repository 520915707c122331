'use client'
import { useEffect, useSyncExternalStore } from 'react'
import type { WalletEngine } from './engine.ts'
import type { WalletState } from './wallet-state.ts'
import { hasKnownWallet, keepLoadingWallet, loadedWallet, loadWallet, walletStore } from './wallet-store.ts'

export type Wallet = WalletState &
  Omit<WalletEngine, 'stopConnecting'> & { stopConnecting: () => Promise<void> }

const verbs = {
  connect: async (id: string) => (await loadedWallet()).connect(id),
  connectAgain: async () => (await loadedWallet()).connectAgain(),
  stopConnecting: async () => (await loadedWallet()).stopConnecting(),
  disconnect: async () => (await loadedWallet()).disconnect(),
  signText: async (text: string) => (await loadedWallet()).signText(text),
  accountKind: async () => (await loadedWallet()).accountKind(),
}

/** The wallet of this browser. Its code is fetched when a component that needs it is on the page. */
export function useWallet({ hasDemoWallet }: { hasDemoWallet: boolean }): Wallet {
  const state = useWalletState()
  useEffect(() => keepLoadingWallet({ hasDemoWallet }), [hasDemoWallet])
  return { ...state, ...verbs }
}

/** The wallet as far as it is loaded, without loading it. */
export function useWalletState(): WalletState {
  return useSyncExternalStore(walletStore.subscribe, walletStore.get, walletStore.getOnServer)
}

/** Loads the wallet code after the page has settled, but only where a wallet was connected before. */
export function useKnownWallet({ hasDemoWallet }: { hasDemoWallet: boolean }): Wallet {
  useEffect(() => {
    if (!hasKnownWallet()) return
    const load = () => loadWallet({ hasDemoWallet }).catch(() => {})
    const timer = setTimeout(load, 1_500)
    return () => clearTimeout(timer)
  }, [hasDemoWallet])
  return { ...useWalletState(), ...verbs }
}
