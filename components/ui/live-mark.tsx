import type { ReactNode } from 'react'
import type { Freshness } from '@/lib/domain/networks/freshness.ts'

/** A dot and a word that say whether the page updates live, with an optional detail. */
export function LiveMark({ kind, children }: { kind: Freshness['kind']; children?: ReactNode }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5">
      <span
        aria-hidden
        className={`size-2 rounded-full ${kind === 'live' ? 'bg-succeeded-fill' : 'bg-pending-fill'}`}
      />
      <span className="font-medium text-text">
        {kind === 'live' ? 'Live' : kind === 'opening' ? 'Connecting' : 'Not live'}
      </span>
      {children}
    </span>
  )
}
