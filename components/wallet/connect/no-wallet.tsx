import type { WalletState } from '@/lib/wallet/wallet-state.ts'

/** What stands in place of the wallets while they are looked for, and when none was found. */
export function NoWallet({ wallet }: { wallet: WalletState }) {
  if (wallet.wallets.length > 0) return null
  return (
    <p className="px-4 py-4 text-sm text-muted" aria-live="polite">
      {wallet.isReady
        ? 'No wallet was found in this browser. Install MetaMask or another wallet extension, then reload this page.'
        : 'Looking for wallets in this browser …'}
    </p>
  )
}
