'use client'
import { Lock } from 'lucide-react'
import type { Address } from '@/lib/domain/networks/address.ts'
import { Button } from '../../ui/button.tsx'
import { CopyText } from '../../ui/text/copy-text.tsx'
import { Ask } from '../connect/ask.tsx'

type Props = { address: Address; walletName: string; onAgain: () => void; onOther: () => void }

/** The wallet is not a member: shows its full address, to send to an admin. */
export function NotAMember({ address, walletName, onAgain, onOther }: Props) {
  return (
    <Ask
      tone="waiting"
      icon={<Lock aria-hidden />}
      title="This wallet is not on the team yet"
      actions={
        <>
          <CopyText label="Copy address" text={address} />
          <Button onClick={onAgain}>Use another account</Button>
          <Button onClick={onOther}>Back to the wallets</Button>
        </>
      }
    >
      <p>Send this address to an admin. Once they have added it, sign in again.</p>
      <p>
        If another account of {walletName} is on the team, press <b>Use another account</b> and choose it
        there.
      </p>
      <p className="rounded-md bg-surface px-3 py-2 font-mono text-xs break-all">{address}</p>
    </Ask>
  )
}
