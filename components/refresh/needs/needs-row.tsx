'use client'

import Link from 'next/link'
import { useState } from 'react'
import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { canGive, type Help, type Need } from '@/lib/domain/refreshes/needs/need.ts'
import { refreshTitle } from '@/lib/domain/refreshes/refresh-title.ts'
import { isOnlyWatched } from '@/lib/domain/refreshes/source.ts'
import { State } from '../../ui/state.tsx'
import { Avatar } from '../../ui/text/avatar.tsx'
import { useZone } from '../../ui/text/clock.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import type { SignSlot } from '../retry/sign-slot.ts'
import { focusContent } from './focus-content.ts'
import { needFactText } from './need-fact-text.ts'
import type { Holder } from './need-holder.ts'
import { needLooks } from './need-looks.ts'
import { NeedsActions } from './needs-actions.tsx'

type Props = { refresh: RefreshSummary; need: Need; holder: Holder; help: Help; sign: SignSlot }

/** One refresh that needs somebody: what it needs, of whom, and the button that gives it. */
export function NeedsRow({ refresh, need, holder, help, sign }: Props) {
  const [isSigning, setIsSigning] = useState(false)
  const zone = useZone()
  const { collection } = refresh
  const canAct = canGive(help, need, refresh)
  return (
    <li className="border-line border-t first:border-t-0">
      <div className="grid items-center gap-x-4 gap-y-2 px-4 py-3 lg:grid-cols-[11.5rem_minmax(0,1fr)_9rem_14rem]">
        <State {...needLooks[need]} className="text-sm" />
        <span className="flex min-w-0 items-start gap-3">
          <Thumbnail url={collection.imageUrl} />
          <span className="min-w-0 text-sm">
            <span className="block truncate">
              <Link href={`/refreshes/${refresh.id}`} className="font-medium hover:underline">
                {refreshTitle(refresh)}
              </Link>
              <span className="text-faint text-xs"> {collection.name}</span>
            </span>
            <span className="block text-muted text-xs">{needFactText(need, refresh, zone)}</span>
          </span>
        </span>
        <span
          className="flex min-w-0 items-center gap-1.5 text-muted text-sm"
          title={holder.address ?? undefined}
        >
          {holder.address ? <Avatar address={holder.address} /> : null}
          <span className="truncate">{holder.words}</span>
        </span>
        <span className="flex flex-wrap items-center gap-2 lg:justify-end">
          {canAct ? (
            <NeedsActions
              need={need}
              refresh={refresh}
              isSigning={isSigning}
              onSign={() => setIsSigning(!isSigning)}
            />
          ) : null}
        </span>
      </div>
      {isSigning && need === 'signature' ? (
        <div className="border-line border-t bg-well p-4">
          <div className="max-w-xl rounded-md border border-line bg-surface p-4">
            {sign({
              network: collection.network,
              collection: collection.address,
              ownerAddress: collection.ownerAddress,
              label: isOnlyWatched(refresh.source) ? 'Sign and watch' : 'Sign and continue',
              onSigned: focusContent,
            })}
          </div>
        </div>
      ) : null}
    </li>
  )
}
