'use client'
import { ChevronRight } from 'lucide-react'
import type { WalletOption } from '@/lib/wallet/wallet-state.ts'

type Props = {
  wallets: WalletOption[]
  /** Called when one may be chosen next. */
  onNear?: () => void
  onChoose: (wallet: WalletOption) => void
}

/** Every wallet that announced itself, with its name and icon. */
export function WalletList({ wallets, onNear, onChoose }: Props) {
  return (
    <ul>
      {wallets.map((wallet) => (
        <li key={wallet.id} className="border-b border-line last:border-b-0">
          <button
            type="button"
            onPointerEnter={onNear}
            onFocus={onNear}
            onClick={() => onChoose(wallet)}
            className="flex w-full items-center gap-3 px-4 py-3 text-left hover:bg-well focus-visible:-outline-offset-2"
          >
            <WalletIcon wallet={wallet} />
            <span className="min-w-0 flex-1">
              <b className="block truncate font-medium">{wallet.name}</b>
              <span className="block truncate text-xs text-faint">{hintOf(wallet, wallets)}</span>
            </span>
            <ChevronRight aria-hidden className="size-4 text-faint" />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Distinguishes wallets with the same name by their rdns, and those with the same rdns by a number. */
function hintOf(wallet: WalletOption, wallets: WalletOption[]): string {
  const { rdns, name } = wallet
  if (!rdns) return name === 'Browser wallet' ? 'found in this browser' : 'sandbox only, nothing to install'
  const namesakes = wallets.filter((other) => other.name === name)
  if (namesakes.length === 1) return 'found in this browser'
  const twins = namesakes.filter((other) => other.rdns === rdns)
  return twins.length === 1 ? rdns : `${rdns}, ${twins.indexOf(wallet) + 1} of ${twins.length}`
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
