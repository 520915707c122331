'use client'

import { ChevronRight, X } from 'lucide-react'
import { formatCount } from '../../../lib/format/count.ts'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/text/kbd.tsx'
import { QuotaLine } from '../frame/quota-line.tsx'
import type { QuotaView } from '../frame/quota-view.ts'
import { overflowText, selectionText } from './selection-text.ts'
import type { MatchingSelection } from './use-matching-selection.ts'

type Props = {
  matching: MatchingSelection
  /** The ids of the shown assets. */
  ids: readonly string[]
  requests: number
  quota: QuotaView
  /** Why this member cannot submit; null when they can. */
  obstacle: string | null
  hasShortcuts: boolean
  onReview: () => void
}

/** The selection and what it costs, in a bar over the page. */
export function SelectionBar({ matching, ids, requests, quota, obstacle, hasShortcuts, onReview }: Props) {
  const { count, selection } = matching
  const least = count?.isAtLeast ? <span className="sr-only">at least </span> : null
  const more = least ? <span aria-hidden>+</span> : null
  const overflow = overflowText(selection)
  return (
    <section
      aria-label="Selection"
      className="print:hidden fixed bottom-5 left-1/2 z-20 flex w-max max-w-[calc(100vw-2rem)] -translate-x-1/2 flex-wrap items-center gap-x-4 gap-y-1 rounded-lg border border-line-strong bg-raised p-2 pl-1.5 shadow-lg max-md:inset-x-0 max-md:bottom-0 max-md:grid max-md:w-auto max-md:max-w-none max-md:translate-x-0 max-md:grid-cols-[auto_auto_auto_1fr] max-md:gap-x-3 max-md:gap-y-2.5 max-md:rounded-none max-md:border-x-0 max-md:border-b-0 max-md:px-4 max-md:pt-2.5 max-md:pb-[calc(0.75rem+env(safe-area-inset-bottom))]"
    >
      {overflow ? (
        <p role="alert" className="w-full max-w-3xl px-2 text-failed max-md:col-span-full max-md:px-0">
          {overflow}
        </p>
      ) : null}
      <Button
        variant="quiet"
        isIcon
        aria-label="Clear the selection (Esc)"
        onClick={matching.clear}
        className="max-md:order-1 max-md:-my-1 max-md:-mr-2 max-md:justify-self-end"
      >
        <X aria-hidden />
      </Button>
      <p className="whitespace-nowrap tabular-nums">
        {least}
        <strong className="font-semibold text-lg">
          {count ? formatCount(count.tokens) : 'All'}
          {more}
        </strong>{' '}
        {count?.tokens === 1 && !least ? 'token' : 'tokens'} {count ? 'selected' : 'that match'}
      </p>
      <Which matching={matching} ids={ids} />
      <ChevronRight className="size-3 self-center text-line-control" aria-hidden />
      <p className="whitespace-nowrap tabular-nums">
        {least}
        <strong className="font-semibold text-lg">
          {count ? formatCount(requests) : '…'}
          {more}
        </strong>{' '}
        {requests === 1 && !least ? 'request' : 'requests'}
      </p>
      <ChevronRight className="size-3 text-line-control max-md:hidden" aria-hidden />
      <div className="flex items-center gap-2.5 max-md:order-2 max-md:col-span-full max-md:justify-between">
        <QuotaLine view={quota} />
      </div>
      {obstacle === null ? (
        <Button
          variant="primary"
          size="lg"
          onClick={onReview}
          aria-haspopup="dialog"
          className="ml-2 max-md:order-3 max-md:col-span-full max-md:ml-0"
        >
          Review
          {hasShortcuts ? <Kbd className="max-md:hidden">R</Kbd> : null}
        </Button>
      ) : (
        <p className="max-w-72 text-muted text-xs max-md:order-3 max-md:col-span-full max-md:max-w-none">
          {obstacle}
        </p>
      )}
    </section>
  )
}

/** Which selected tokens the page doesn't show. */
function Which({ matching, ids }: Pick<Props, 'matching' | 'ids'>) {
  const words = selectionText(matching, ids)
  if (words === null) return null
  return (
    <p
      role="status"
      className="max-w-80 text-faint text-xs tabular-nums max-md:order-2 max-md:col-span-full max-md:max-w-none"
    >
      {words}
      {matching.isHere ? null : (
        <>
          . Selecting here starts a new selection.{' '}
          <button
            type="button"
            className="text-accent-text text-sm underline decoration-accent-line underline-offset-3"
            onClick={matching.showQuery}
          >
            Show them
          </button>
        </>
      )}
    </p>
  )
}
