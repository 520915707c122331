import type { Connector } from 'wagmi'
import {
  disconnect,
  getConnection,
  getConnectors,
  reconnect,
  signMessage,
  watchConnection,
  watchConnectors,
} from 'wagmi/actions'
import { visibleName } from '../core/visible-name.ts'
import { toAddress } from '../domain/networks/address.ts'
import { type AccountKind, readAccountKind } from './account-kind.ts'
import { type Connected, keepOnly, walletConnecting } from './connect-wallet.ts'
import { DEMO_WALLET_ID } from './demo-wallet-id.ts'
import { createWalletConfig, type WalletConfig } from './wagmi-config.ts'
import { toWalletError, WalletError } from './wallet-error.ts'
import type { WalletOption, WalletState } from './wallet-state.ts'

const ANNOUNCE_MS = 150
/** A wallet that is locked or broken may never say whether it is still connected. */
const RESTORE_MS = 3_000

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

export type WalletEngine = {
  connect: (id: string) => Promise<Connected>
  /** Lets the person choose anew which accounts of the connected wallet this page sees. */
  connectAgain: () => Promise<Connected>
  /** Waits no longer for a wallet that was asked to connect. */
  stopConnecting: () => void
  disconnect: () => Promise<void>
  signText: (text: string) => Promise<`0x${string}`>
  accountKind: () => Promise<AccountKind>
}

/** wagmi behind a few verbs. Loaded only when a wallet is needed; nothing in here prompts by itself. */
export async function startEngine(
  options: { hasDemoWallet: boolean },
  onChange: (state: WalletState) => void,
): Promise<WalletEngine> {
  const config = createWalletConfig(options)
  let isReady = false
  const tell = () => onChange(readState(config, isReady))
  watchConnection(config, { onChange: tell })
  watchConnectors(config, { onChange: tell })
  // Those that have announced themselves can be chosen while the connection from before is restored.
  tell()
  const restored = reconnect(config)
    .catch(() => [])
    .then(() => keepOnly(config, config.state.current))
  await Promise.race([restored, pause(RESTORE_MS)])
  // Wallets announce themselves as an answer to an event; slow ones appear when they come.
  await pause(ANNOUNCE_MS)
  isReady = true
  tell()
  const { connectTo, connectAgain, stopConnecting } = walletConnecting(config)
  return {
    connect: (id) => guarded(() => connectTo(id)),
    connectAgain: () => guarded(connectAgain),
    stopConnecting,
    disconnect: () => guarded(() => disconnect(config)),
    signText: (text) => guarded(() => sign(config, text)),
    accountKind: async () => {
      const { address, connector } = getConnection(config)
      return address && connector ? readAccountKind(await connector.getProvider(), address) : 'unknown'
    },
  }
}

async function guarded<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (error) {
    throw toWalletError(error)
  }
}

/** viem sends the text as hex of its UTF-8; given a bare number, some wallets would sign other bytes. */
async function sign(config: WalletConfig, text: string): Promise<`0x${string}`> {
  const { address, connector } = getConnection(config)
  if (!address || !connector) throw new WalletError('gone')
  return signMessage(config, { account: address, connector, message: text })
}

function readState(config: WalletConfig, isReady: boolean): WalletState {
  const { status, address, chainId, connector } = getConnection(config)
  return {
    isReady,
    status: status === 'connected' || status === 'disconnected' ? status : 'connecting',
    address: address ? toAddress(address) : null,
    chainId: chainId ?? null,
    connectorName: connector ? nameOf(connector) : null,
    rdns: connector ? rdnsOf(connector) : null,
    wallets: listWallets(getConnectors(config)),
  }
}

/** Announced wallets first. The nameless `window.ethereum` counts only where nobody announces anything. */
function listWallets(connectors: readonly Connector[]): WalletOption[] {
  const announced = connectors.filter(({ id, type }) => type === 'injected' && id !== 'injected')
  const nameless = connectors.filter(
    ({ id }) => id === 'injected' && announced.length === 0 && 'ethereum' in window,
  )
  const demo = connectors.filter(({ id }) => id === DEMO_WALLET_ID)
  return [...announced, ...nameless, ...demo].map((connector) => ({
    id: connector.uid,
    name: connector.id === 'injected' ? 'Browser wallet' : nameOf(connector),
    icon: connector.icon ?? null,
    rdns: rdnsOf(connector),
  }))
}

function rdnsOf({ id, type }: Connector): string | null {
  return type === 'injected' && id !== 'injected' ? id : null
}

/** A wallet calls itself what it likes. */
const nameOf = ({ name }: Connector): string => visibleName(name) ?? 'Wallet without a name'
