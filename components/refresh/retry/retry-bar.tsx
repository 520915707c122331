'use client'

import { ChevronRight, X } from 'lucide-react'
import { formatCount, plural } from '@/lib/format/count.ts'
import { Button } from '../../ui/button.tsx'
import { RequestErrorNote } from '../../ui/request-error-note.tsx'
import { Kbd } from '../../ui/text/kbd.tsx'
import { RetryDialog } from './retry-review.tsx'
import type { SignSlot } from './sign-slot.ts'
import type { Retry } from './use-retry.ts'

type Props = {
  count: number
  retry: Retry
  sign: SignSlot
  isReviewing: boolean
  onReview: (isReviewing: boolean) => void
  onClear: () => void
}

/** What a single retry of the selected refreshes would use. */
export function RetryBar({ count, retry, sign, isReviewing, onReview, onClear }: Props) {
  const { plan, tokens, requests } = retry
  const leftOut = plan ? Object.values(plan.leftOut).reduce((sum, part) => sum + part, 0) : 0
  return (
    <section
      aria-label="Selection"
      className="print:hidden fixed bottom-5 left-1/2 z-20 flex w-max max-w-[calc(100vw-2rem)] -translate-x-1/2 flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line-strong bg-raised p-2 pl-1.5 shadow-lg max-md:inset-x-0 max-md:bottom-0 max-md:w-auto max-md:max-w-none max-md:translate-x-0 max-md:rounded-none max-md:border-x-0 max-md:border-b-0 max-md:px-4 max-md:pt-2.5 max-md:pb-[calc(0.75rem+env(safe-area-inset-bottom))]"
    >
      <Button variant="quiet" isIcon aria-label="Clear the selection (Esc)" onClick={onClear}>
        <X aria-hidden />
      </Button>
      <Fact count={count} words={count === 1 ? 'refresh selected' : 'refreshes selected'} />
      {plan ? (
        <>
          <ChevronRight className="size-3 text-line-control max-md:hidden" aria-hidden />
          <Fact count={tokens} words={tokens === 1 ? 'token to retry' : 'tokens to retry'}>
            {leftOut > 0 ? `${formatCount(leftOut)} left out` : null}
          </Fact>
          <ChevronRight className="size-3 text-line-control max-md:hidden" aria-hidden />
          <Fact
            count={requests}
            words={`${requests === 1 ? 'request' : 'requests'}${count > 1 ? ' together' : ''}`}
          />
        </>
      ) : null}
      {retry.error && !isReviewing ? <RequestErrorNote error={retry.error} /> : null}
      <Button
        variant="primary"
        size="lg"
        aria-haspopup="dialog"
        disabled={!plan}
        onClick={() => onReview(true)}
        className="max-md:w-full"
      >
        Review the retry <Kbd className="max-md:hidden">R</Kbd>
      </Button>
      <RetryDialog retry={retry} isOpen={isReviewing} onClose={() => onReview(false)} sign={sign} />
      <p className="sr-only" role="status">
        {plan ? `${plural(tokens, 'token')} to retry, ${plural(requests, 'request')}` : ''}
      </p>
    </section>
  )
}

function Fact({ count, words, children }: { count: number; words: string; children?: string | null }) {
  return (
    <p className="whitespace-nowrap text-sm tabular-nums">
      <strong className="font-semibold text-lg">{formatCount(count)}</strong> {words}{' '}
      {children ? <span className="text-faint text-xs">{children}</span> : null}
    </p>
  )
}
