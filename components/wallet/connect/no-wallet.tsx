import type { WalletState } from '@/lib/wallet/wallet-state.ts'

/** Shown instead of the wallets while they are being detected, or if there are none. */
export function NoWallet({ wallet }: { wallet: WalletState }) {
  if (wallet.wallets.length > 0) return null
  return (
    <p className="px-4 py-4 text-sm text-muted" aria-live="polite">
      {wallet.isReady
        ? 'No wallet was found in this browser. Install MetaMask or another wallet extension, then reload this page.'
        : 'Searching for wallets in this browser…'}
    </p>
  )
}
