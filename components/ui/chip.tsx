'use client'

import { X } from 'lucide-react'
import type { ReactNode } from 'react'

/** A filter in force, with a way out. Without `onRemove` it is only a label. */
export function Chip({
  children,
  onRemove,
  removeLabel,
}: {
  children: ReactNode
  onRemove?: () => void
  removeLabel?: string
}) {
  return (
    <span className="inline-flex min-h-6 items-center gap-1 rounded-sm border border-accent-line bg-accent-soft px-2 font-medium text-accent-text text-xs">
      {children}
      {onRemove ? (
        <button
          type="button"
          aria-label={removeLabel ?? 'Remove'}
          onClick={onRemove}
          className="-mr-1.5 inline-flex size-6 items-center justify-center"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : null}
    </span>
  )
}
