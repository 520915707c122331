'use client'

import { RotateCw } from 'lucide-react'
import { useState } from 'react'
import { useNetwork } from '@/lib/api/networks/use-network.ts'
import { useStartObstacle } from '@/lib/api/networks/use-start-obstacle.ts'
import type { Cause } from '@/lib/domain/failures/failure-schema.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { formatCount } from '@/lib/format/count.ts'
import { startText } from '../../shell/start-text.ts'
import { Button } from '../../ui/button.tsx'
import { RequestErrorNote } from '../../ui/request-error-note.tsx'
import { leftOutText } from './left-out-text.ts'
import { retryPriceText } from './retry-price-text.ts'
import { RetryDialog } from './retry-review.tsx'
import type { SignSlot } from './sign-slot.ts'
import { useRetry } from './use-retry.ts'

type Props = {
  refresh: RefreshDetail
  /** Limits the retry to one cause. */
  cause?: Cause
  sign: SignSlot
  onOpenRefresh: (id: string) => void
  isPrimary?: boolean
}

/** Shows what the retry uses and leaves out; asks the owner to sign only when no signature is kept. */
export function RetryButton({ refresh, cause, sign, onOpenRefresh, isPrimary = false }: Props) {
  const [isSigning, setSigning] = useState(false)
  const retry = useRetry(
    { refreshes: [refresh.id], ...(cause && { cause: cause.key }) },
    { onStarted: ([made]) => made && onOpenRefresh(made.id), onUnsigned: () => setSigning(true) },
  )
  const { plan, tokens, requests } = retry
  const { network } = refresh.collection
  const { name } = useNetwork(network)
  const obstacle = useStartObstacle([network])
  if (!plan) return retry.error ? <RequestErrorNote error={retry.error} /> : null
  const leftOut = leftOutText(plan.leftOut)
  const quota = plan.items[0]?.quota
  const unknown = plan.items.reduce((sum, item) => sum + item.unknown, 0)
  const words = cause ? causeRetryText(tokens) : retryText(tokens, unknown)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 print:hidden">
      {tokens > 0 ? (
        <Button
          {...(isPrimary ? { variant: 'primary' as const, size: 'lg' as const } : {})}
          isBusy={retry.isBusy}
          disabled={obstacle === 'closed' || retry.isStarted}
          onClick={() => (retry.unsigned ? setSigning(true) : retry.start())}
        >
          <RotateCw aria-hidden /> {words}
        </Button>
      ) : null}
      <p className="text-faint text-xs">
        {quota ? (
          <span className="block text-text">
            uses <strong className="font-semibold">{retryPriceText(requests, quota)}</strong>
          </span>
        ) : null}
        {obstacle ? (
          <span className="block">
            {obstacle === 'closed'
              ? `${name} has been closed down and no longer accepts refreshes.`
              : `starts ${startText(name, obstacle)}`}
          </span>
        ) : null}
        {leftOut.map((sentence) => (
          <span key={sentence} className="block">
            {sentence}
          </span>
        ))}
      </p>
      {retry.error && !isSigning ? <RequestErrorNote error={retry.error} /> : null}
      <RetryDialog
        retry={retry}
        isOpen={isSigning && !retry.isStarted}
        onClose={() => setSigning(false)}
        sign={sign}
      />
    </div>
  )
}

const causeRetryText = (tokens: number) =>
  tokens === 1 ? 'Retry this one' : `Retry these ${formatCount(tokens)}`

function retryText(tokens: number, unknown: number): string {
  const failed = tokens - unknown
  if (unknown === 0) return `Retry ${formatCount(failed)} failed`
  return failed === 0
    ? `Retry ${formatCount(unknown)} unknown`
    : `Retry ${formatCount(failed)} failed, ${formatCount(unknown)} unknown`
}
