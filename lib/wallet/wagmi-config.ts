import { defineChain } from 'viem'
import { createConfig, createStorage, custom, injected } from 'wagmi'
import { demoWallet } from './demo-wallet.ts'

/** Signing a text needs no chain; wagmi wants to know one. No request of ours ever goes to a node. */
const ethereum = defineChain({
  id: 1,
  name: 'Ethereum',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  rpcUrls: { default: { http: [] } },
})

const offline = custom({ request: () => Promise.reject(new Error('No Ethereum node is used.')) })

export const createWalletConfig = ({ hasDemoWallet }: { hasDemoWallet: boolean }) =>
  createConfig({
    chains: [ethereum],
    connectors: [injected(), ...(hasDemoWallet ? [demoWallet()] : [])],
    multiInjectedProviderDiscovery: true,
    storage: createStorage({ key: 'refresh-desk.wallet', storage: localStorage }),
    transports: { [ethereum.id]: offline },
  })

export type WalletConfig = ReturnType<typeof createWalletConfig>
