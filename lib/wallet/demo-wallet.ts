import { createConnector } from 'wagmi'
import { DEMO_WALLET_ID } from './demo-wallet-id.ts'

/** Account 0 of the mnemonic "test … junk": everybody has this key. Real mode refuses its address. */
const PUBLIC_KEY_OF_EVERYBODY = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80'
const ADDRESS = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'
const CONNECTED = 'demo.connected'
const CHAIN_ID = 1

type Request = { method: string; params?: readonly unknown[] }

const provider = {
  async request({ method, params = [] }: Request): Promise<unknown> {
    if (method === 'eth_accounts' || method === 'eth_requestAccounts') return [ADDRESS]
    if (method === 'eth_chainId') return '0x1'
    if (method === 'eth_getCode') return '0x'
    if (method !== 'personal_sign')
      throw Object.assign(new Error(`${method} is not supported`), { code: 4200 })
    const { privateKeyToAccount } = await import('viem/accounts')
    return privateKeyToAccount(PUBLIC_KEY_OF_EVERYBODY).signMessage({
      message: { raw: params[0] as `0x${string}` },
    })
  },
}

/** A wallet without an extension, for people who only want to look. It asks nobody before it signs. */
export const demoWallet = () =>
  createConnector<typeof provider>(({ emitter }) => ({
    id: DEMO_WALLET_ID,
    name: 'Demo wallet',
    type: 'demo',
    connect: async () => {
      localStorage.setItem(CONNECTED, '1')
      return { accounts: [ADDRESS], chainId: CHAIN_ID } as never
    },
    disconnect: async () => localStorage.removeItem(CONNECTED),
    getAccounts: async () => [ADDRESS],
    getChainId: async () => CHAIN_ID,
    getProvider: async () => provider,
    isAuthorized: async () => localStorage.getItem(CONNECTED) !== null,
    onAccountsChanged: () => {},
    onChainChanged: () => {},
    onDisconnect: () => emitter.emit('disconnect'),
  }))
