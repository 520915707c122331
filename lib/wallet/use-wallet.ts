'use client'
import { useEffect, useSyncExternalStore } from 'react'
import type { Connected } from './connect-wallet.ts'
import type { WalletEngine } from './engine.ts'
import type { WalletState } from './wallet-state.ts'
import {
  connectWallet,
  hasKnownWallet,
  keepListingWallets,
  keepLoadingWallet,
  loadedWallet,
  loadWallet,
  stopConnecting,
  walletStore,
} from './wallet-store.ts'

type Options = { hasDemoWallet: boolean }

export type Wallet = WalletState &
  Omit<WalletEngine, 'connect' | 'stopConnecting'> & {
    connect: (id: string) => Promise<Connected>
    stopConnecting: () => Promise<void>
    /** Fetches the code for a wallet that is about to be chosen. */
    prepare: () => void
  }

const loadedVerbs = {
  stopConnecting,
  connectAgain: async () => (await loadedWallet()).connectAgain(),
  disconnect: async () => (await loadedWallet()).disconnect(),
  signText: async (text: string) => (await loadedWallet()).signText(text),
  accountKind: async () => (await loadedWallet()).accountKind(),
}

const verbsOf = (options: Options) => ({
  ...loadedVerbs,
  connect: (id: string) => connectWallet(options, id),
  prepare: () => void loadWallet(options).catch(() => {}),
})

/** The wallets of this browser, to choose from. The code that talks to them is fetched for a choice. */
export function useWalletChoice(options: Options): Wallet {
  const { hasDemoWallet } = options
  useEffect(() => keepListingWallets({ hasDemoWallet }), [hasDemoWallet])
  return { ...useWalletState(), ...verbsOf(options) }
}

/** The wallet of this browser. Its code is fetched when a component that needs it is on the page. */
export function useWallet(options: Options): Wallet {
  const { hasDemoWallet } = options
  useEffect(() => keepLoadingWallet({ hasDemoWallet }), [hasDemoWallet])
  return useWalletChoice(options)
}

/** The wallet as far as it is loaded, without loading it. */
export function useWalletState(): WalletState {
  return useSyncExternalStore(walletStore.subscribe, walletStore.get, walletStore.getOnServer)
}

/** Loads the wallet code after the page has settled, but only where a wallet was connected before. */
export function useKnownWallet(options: Options): Wallet {
  const { hasDemoWallet } = options
  useEffect(() => {
    if (!hasKnownWallet()) return
    const load = () => loadWallet({ hasDemoWallet }).catch(() => {})
    const timer = setTimeout(load, 1_500)
    return () => clearTimeout(timer)
  }, [hasDemoWallet])
  return { ...useWalletState(), ...verbsOf(options) }
}
