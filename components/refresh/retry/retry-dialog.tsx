'use client'

import { RotateCw } from 'lucide-react'
import { useStartObstacle } from '@/lib/api/networks/use-start-obstacle.ts'
import type { RetryPlan } from '@/lib/domain/refreshes/requests-schema.ts'
import { formatCount, plural } from '@/lib/format/count.ts'
import { StartNote } from '../../shell/start-note.tsx'
import { laterText } from '../../shell/start-text.ts'
import { Button } from '../../ui/button.tsx'
import { DialogFooter } from '../../ui/overlays/dialog-footer.tsx'
import { DialogFrame } from '../../ui/overlays/dialog-frame.tsx'
import { RequestErrorNote } from '../../ui/request-error-note.tsx'
import { leftOutText } from './left-out-text.ts'
import { retryPriceText } from './retry-price-text.ts'
import type { SignSlot } from './sign-slot.ts'
import type { Retry } from './use-retry.ts'

type Props = { retry: Retry; isOpen: boolean; onClose: () => void; sign: SignSlot }

/** What a retry uses per collection; it starts once the owners whose signatures are missing have signed. */
export function RetryDialog({ retry, isOpen, onClose, sign }: Props) {
  const { unsigned, tokens, plan } = retry
  const networks = [...new Set(plan?.items.map(({ network }) => network))]
  const obstacle = useStartObstacle(networks)
  if (!plan) return null
  const isClosed = obstacle === 'closed'
  const later = obstacle && !isClosed ? laterText(obstacle) : null
  const missing = plan.items.filter(({ hasSignature }) => !hasSignature).length
  return (
    <DialogFrame
      isOpen={isOpen}
      onClose={onClose}
      title={tokens > 0 ? `Retry ${plural(tokens, 'token')}` : 'Nothing to retry'}
      {...(tokens > 0 && { description: signText(missing) })}
      size="sm"
    >
      <div className="grid gap-4 p-5">
        {networks.map((slug) => (
          <StartNote key={slug} slug={slug} signature={missing > 0 ? 'new' : 'proven'} />
        ))}
        <ul className="grid gap-2 text-sm">
          {plan.items.map((item) => (
            <Item key={`${item.network} ${item.collection}`} item={item} />
          ))}
          {leftOutText(plan.leftOut).map((words) => (
            <li key={words} className="text-faint text-xs">
              {words}
            </li>
          ))}
        </ul>
        {unsigned && !isClosed ? (
          <div key={unsigned.collection} className="grid gap-2">
            {plan.items.length > 1 ? <p className="font-medium text-sm">{unsigned.name}</p> : null}
            {sign({
              network: unsigned.network,
              collection: unsigned.collection,
              ownerAddress: unsigned.ownerAddress,
              label:
                missing > 1 ? 'Sign' : later ? `Sign, ${later}` : `Sign and retry ${plural(tokens, 'token')}`,
              onSigned: () => void retry.startWhenSigned(),
            })}
          </div>
        ) : null}
        {(!unsigned || isClosed) && tokens > 0 ? (
          <DialogFooter>
            <Button
              variant="primary"
              size="lg"
              isBusy={retry.isBusy}
              disabled={isClosed || retry.isStarted}
              onClick={retry.start}
            >
              <RotateCw aria-hidden /> {later ? `Retry, ${later}` : `Retry ${plural(tokens, 'token')}`}
            </Button>
          </DialogFooter>
        ) : null}
        {retry.error ? <RequestErrorNote error={retry.error} /> : null}
      </div>
    </DialogFrame>
  )
}

function signText(missing: number): string {
  if (missing === 0) return 'No new signature is needed.'
  if (missing === 1) return 'The owner signs once. The rest is automatic.'
  return `The owners of ${missing} collections sign once each. The rest is automatic.`
}

function Item({ item: { name, tokens, unknown, requests, quota } }: { item: RetryPlan['items'][number] }) {
  return (
    <li className="flex flex-wrap justify-between gap-x-4">
      <span className="min-w-0 break-words font-medium">{name}</span>
      <span className="text-muted">
        {plural(tokens, 'token')}
        {unknown > 0 ? `, ${formatCount(unknown)} with unknown outcome` : ''},{' '}
        {retryPriceText(requests, quota)}
      </span>
    </li>
  )
}
