'use client'

import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'

const SHOWN_MS = 2_000

/** Copies and shows a check for two seconds. */
export function CopyButton({ value, label }: { value: string; label: string }) {
  const [isDone, setDone] = useState(false)
  useEffect(() => {
    if (!isDone) return
    const timer = setTimeout(() => setDone(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isDone])
  return (
    <button
      type="button"
      aria-label={`Copy ${label}`}
      onClick={(event) => {
        event.stopPropagation()
        navigator.clipboard.writeText(value).then(
          () => setDone(true),
          () => setDone(false),
        )
      }}
      className="inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-faint hover:bg-track hover:text-text"
    >
      {isDone ? (
        <Check aria-hidden className="size-3.5 text-succeeded" />
      ) : (
        <Copy aria-hidden className="size-3.5" />
      )}
      <span aria-live="polite" className="sr-only">
        {isDone ? 'Copied' : ''}
      </span>
    </button>
  )
}
