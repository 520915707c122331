'use client'
import { ChevronRight } from 'lucide-react'
import type { WalletOption } from '@/lib/wallet/wallet-state.ts'

type Props = { wallets: WalletOption[]; busyId: string | null; onChoose: (wallet: WalletOption) => void }

/** Every wallet that announced itself, with the name and icon it gave. */
export function WalletList({ wallets, busyId, onChoose }: Props) {
  return (
    <ul>
      {wallets.map((wallet) => (
        <li key={wallet.id} className="border-b border-line last:border-b-0">
          <button
            type="button"
            disabled={busyId !== null}
            aria-busy={busyId === wallet.id}
            onClick={() => onChoose(wallet)}
            className="flex w-full items-center gap-3 px-4 py-3 text-left hover:bg-well focus-visible:-outline-offset-2 disabled:opacity-60"
          >
            <WalletIcon wallet={wallet} />
            <span className="min-w-0 flex-1">
              <b className="block truncate font-medium">{wallet.name}</b>
              <span className="block text-xs text-faint">{hintOf(wallet, busyId)}</span>
            </span>
            <ChevronRight aria-hidden className="size-4 text-faint" />
          </button>
        </li>
      ))}
    </ul>
  )
}

function hintOf({ id, rdns, name }: WalletOption, busyId: string | null): string {
  if (busyId === id) return 'open your wallet'
  if (rdns || name === 'Browser wallet') return 'found in this browser'
  return 'sandbox only, nothing to install'
}

function WalletIcon({ wallet: { icon, name } }: { wallet: WalletOption }) {
  if (icon?.startsWith('data:image/')) {
    return <img src={icon.trim()} alt="" className="size-8 rounded-md" />
  }
  return (
    <span
      aria-hidden
      className="grid size-8 place-items-center rounded-md bg-track text-xs font-semibold text-muted"
    >
      {name.slice(0, 1)}
    </span>
  )
}
