'use client'
import { useQuery } from '@tanstack/react-query'
import { membersQuery } from '@/lib/api/members.ts'
import { useSession } from '@/lib/api/use-session.ts'
import type { Address } from '@/lib/domain/networks/address.ts'
import type { NetworkSlug } from '@/lib/domain/networks/network-slug.ts'
import { useWallet } from '@/lib/wallet/use-wallet.ts'
import { ConnectPanel } from '../connect/connect-panel.tsx'
import { ContractWallet, NoOwner, OtherMember } from '../connect/sign-obstacles.tsx'
import { useAccountKind } from '../connect/use-account-kind.ts'
import { OtherWallet } from './other-wallet.tsx'
import type { SignaturePurpose } from './signature-problem.tsx'
import { SignaturePrompt } from './signature-prompt.tsx'

type Props = {
  network: NetworkSlug
  collection: Address
  ownerAddress: Address | null
  /** What the signature is for; changes only texts. */
  purpose: SignaturePurpose
  /** The button label, such as "Sign and submit 9,998 tokens". */
  label: string
  /** Called once the signature is stored; its failure is shown here. */
  onSigned: () => void | Promise<void>
}

/**
 * Asks the owner for the signature that refreshes need. Those who can't give it see why before any wallet opens:
 * another member, another account in the wallet, a contract.
 */
export function SignPanel(props: Props) {
  return props.ownerAddress ? <OwnerPanel {...props} ownerAddress={props.ownerAddress} /> : <NoOwner />
}

function OwnerPanel({ ownerAddress, ...props }: Props & { ownerAddress: Address }) {
  const { member } = useSession()
  const { data: members } = useQuery(membersQuery())
  if (member.address === ownerAddress) return <OwnPanel {...props} ownerAddress={ownerAddress} />
  const owner = members?.items.find(({ address }) => address === ownerAddress)
  return <OtherMember ownerAddress={ownerAddress} ownerName={owner?.name ?? null} member={member} />
}

function OwnPanel(props: Props & { ownerAddress: Address }) {
  const { ownerAddress } = props
  const { hasDemoWallet } = useSession()
  const wallet = useWallet({ hasDemoWallet })
  const kind = useAccountKind(wallet)
  if (!wallet.address) return <ConnectPanel />
  if (wallet.address !== ownerAddress) {
    return <OtherWallet wallet={wallet} connected={wallet.address} ownerAddress={ownerAddress} />
  }
  if (kind === 'contract') return <ContractWallet network={props.network} address={ownerAddress} />
  return <SignaturePrompt {...props} wallet={wallet} />
}
