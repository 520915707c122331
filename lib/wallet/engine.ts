import type { Connector } from 'wagmi'
import { disconnect, getConnection, reconnect, signMessage, watchConnection } from 'wagmi/actions'
import { toAddress } from '../domain/networks/address.ts'
import { type AccountKind, readAccountKind } from './account-kind.ts'
import { type Connected, keepOnly, walletConnecting } from './connect-wallet.ts'
import { NAMELESS_ID, walletName } from './list-wallets.ts'
import { createWalletConfig, type WalletConfig } from './wagmi-config.ts'
import { toWalletError, WalletError } from './wallet-error.ts'
import type { ConnectionState } from './wallet-state.ts'

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
  onChange: (state: ConnectionState) => void,
): Promise<WalletEngine> {
  const config = createWalletConfig(options)
  const tell = () => onChange(readState(config))
  watchConnection(config, { onChange: tell })
  const restored = reconnect(config)
    .catch(() => [])
    .then(() => keepOnly(config, config.state.current))
  await Promise.race([restored, pause(RESTORE_MS)])
  // A slow wallet may have announced itself to the list and not to wagmi yet.
  await pause(ANNOUNCE_MS)
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

function readState(config: WalletConfig): ConnectionState {
  const { status, address, chainId, connector } = getConnection(config)
  return {
    status: status === 'connected' || status === 'disconnected' ? status : 'connecting',
    address: address ? toAddress(address) : null,
    chainId: chainId ?? null,
    connectorName: connector ? walletName(connector.name) : null,
    rdns: connector ? rdnsOf(connector) : null,
  }
}

function rdnsOf({ id, type }: Connector): string | null {
  return type === 'injected' && id !== NAMELESS_ID ? id : null
}
