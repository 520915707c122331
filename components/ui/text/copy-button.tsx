'use client'
import { Check, Copy } from 'lucide-react'
import { useCopy } from './use-copy.ts'

/** Copies, then shows a check mark for two seconds. */
export function CopyButton({ value, label }: { value: string; label: string }) {
  const { isCopied, copy } = useCopy()
  return (
    <button
      type="button"
      aria-label={`Copy ${label}`}
      onClick={(event) => {
        event.stopPropagation()
        copy(value)
      }}
      className="inline-flex print:hidden size-6 shrink-0 items-center justify-center rounded-sm text-faint hover:bg-track hover:text-text"
    >
      {isCopied ? (
        <Check aria-hidden className="size-3.5 text-succeeded" />
      ) : (
        <Copy aria-hidden className="size-3.5" />
      )}
      <span aria-live="polite" className="sr-only">
        {isCopied ? 'Copied' : ''}
      </span>
    </button>
  )
}
