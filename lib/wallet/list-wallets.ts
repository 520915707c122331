import { visibleName } from '../core/visible-name.ts'
import { listAnnounced } from './announced-wallets.ts'
import { DEMO_WALLET_ID } from './demo-wallet-id.ts'
import type { WalletOption } from './wallet-state.ts'

/** The nameless `window.ethereum`. */
export const NAMELESS_ID = 'injected'

/** Announced wallets first. The nameless one counts only where nobody announces anything. */
export function listWallets({ hasDemoWallet }: { hasDemoWallet: boolean }): WalletOption[] {
  const announced = listAnnounced().map(({ info: { uuid, name, icon, rdns } }) => ({
    id: uuid,
    name: walletName(name),
    icon: icon ?? null,
    rdns,
  }))
  const hasNameless = announced.length === 0 && 'ethereum' in window
  return [
    ...announced,
    ...(hasNameless ? [{ id: NAMELESS_ID, name: 'Browser wallet', icon: null, rdns: null }] : []),
    ...(hasDemoWallet ? [{ id: DEMO_WALLET_ID, name: 'Demo wallet', icon: null, rdns: null }] : []),
  ]
}

/** A wallet calls itself what it likes. */
export const walletName = (name: string): string => visibleName(name) ?? 'Wallet without a name'
