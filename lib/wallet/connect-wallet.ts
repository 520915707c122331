import type { Connector } from 'wagmi'
import { connect, getConnection, getConnectors } from 'wagmi/actions'
import { type Address, toAddress } from '../domain/networks/address.ts'
import { announcedProvider } from './announced-wallets.ts'
import type { WalletConfig } from './wagmi-config.ts'
import { WalletError } from './wallet-error.ts'

export type Connected = { address: Address; chainId: number }

/** The verbs that lead to the one wallet this page works with. Leaving one for another takes no permission away. */
export function walletConnecting(config: WalletConfig) {
  /** The wallet that was chosen last. One that answers after another was chosen comes too late. */
  let chosen = getConnection(config).connector?.uid ?? null

  async function connectTo(id: string): Promise<Connected> {
    const connector = await findConnector(config, id)
    if (!connector) throw new WalletError('gone')
    chosen = connector.uid
    if (config.state.current !== connector.uid) {
      await connect(config, { connector })
      keepOnly(config, chosen)
    }
    return readConnected(config)
  }

  /** Asks the connected wallet which accounts this page may see: MetaMask tells it of no others. */
  async function connectAgain(): Promise<Connected> {
    const { connector } = getConnection(config)
    if (!connector) throw new WalletError('gone')
    const { chainId } = await connector.connect()
    connector.emitter.emit('change', { accounts: await connector.getAccounts(), chainId })
    return readConnected(config)
  }

  /** Only the wallet can take a request back; an answer that still comes is not used. */
  function stopConnecting(): void {
    chosen = config.state.current
    keepOnly(config, chosen)
  }

  return { connectTo, connectAgain, stopConnecting }
}

/** wagmi's own for a wallet of the list. Two wallets may call themselves the same; their providers differ. */
async function findConnector(config: WalletConfig, id: string): Promise<Connector | undefined> {
  const provider = announcedProvider(id)
  const connectors = getConnectors(config)
  if (!provider) return connectors.find((connector) => connector.id === id)
  for (const connector of connectors)
    if (connector.type === 'injected' && (await connector.getProvider()) === provider) return connector
  return undefined
}

function readConnected(config: WalletConfig): Connected {
  const { address, chainId } = getConnection(config)
  if (!address || !chainId) throw new WalletError('gone')
  return { address: toAddress(address), chainId }
}

/** Otherwise the page would move on to another wallet by itself when this one is disconnected. */
export function keepOnly(config: WalletConfig, id: string | null): void {
  config.setState((state) => {
    const kept = id === null ? undefined : state.connections.get(id)
    return {
      ...state,
      connections: new Map(id !== null && kept ? [[id, kept]] : []),
      current: kept ? id : null,
      status: kept ? 'connected' : 'disconnected',
    }
  })
}
