'use client'
import { Ban, CircleUser, Signature } from 'lucide-react'
import type { Address } from '@/lib/domain/networks/address.ts'
import type { NetworkSlug } from '@/lib/domain/networks/network-slug.ts'
import type { Member } from '@/lib/domain/team/model-schema.ts'
import { wordsOf } from '@/lib/networks/words.ts'
import { CopyText } from '../../ui/text/copy-text.tsx'
import { Id } from '../../ui/text/id.tsx'
import { Ask } from './ask.tsx'

type OtherMemberProps = { ownerAddress: Address; ownerName: string | null; member: Member }

export function OtherMember({ ownerAddress, ownerName, member }: OtherMemberProps) {
  return (
    <Ask
      tone="waiting"
      icon={<Signature aria-hidden />}
      title="Waiting for the owner"
      actions={
        <CopyText label={`Copy link for ${ownerName ?? 'the owner'}`} text={() => window.location.href} />
      }
    >
      <p>
        This needs a signature from {ownerName && <b>{ownerName} </b>}
        <Id kind="address" value={ownerAddress} />, who owns this collection. You are signed in as{' '}
        {member.name ? <b>{member.name}</b> : <Id kind="address" value={member.address} />}, so your wallet
        cannot give it.
      </p>
    </Ask>
  )
}

export function ContractWallet({ network, address }: { network: NetworkSlug; address: Address }) {
  return (
    <Ask tone="failed" icon={<Ban aria-hidden />} title="A contract wallet cannot sign this">
      <p>
        The owner <Id kind="address" value={address} /> is a contract. {wordsOf(network).contractOwner}
      </p>
    </Ask>
  )
}

export function NoOwner() {
  return (
    <Ask tone="failed" icon={<CircleUser aria-hidden />} title="The owner of this collection is unknown">
      <p>
        The network hasn’t said who owns it, so nobody can sign for it yet. Open the collection again later.
      </p>
    </Ask>
  )
}
