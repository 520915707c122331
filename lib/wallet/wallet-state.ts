import type { Address } from '../domain/networks/address.ts'

/** A wallet that announced itself in this browser. */
export type WalletOption = { id: string; name: string; icon: string | null; rdns: string | null }

/** What the loaded wallet code knows. */
export type ConnectionState = {
  status: 'disconnected' | 'connecting' | 'connected'
  /** Lower case, like every address of the desk. */
  address: Address | null
  chainId: number | null
  connectorName: string | null
  rdns: string | null
}

export type WalletState = ConnectionState & {
  /** False until every wallet had time to announce itself. */
  isReady: boolean
  wallets: WalletOption[]
}

export const noWallet: WalletState = {
  isReady: false,
  status: 'disconnected',
  address: null,
  chainId: null,
  connectorName: null,
  rdns: null,
  wallets: [],
}
