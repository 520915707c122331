'use client'

import { useEffect, useState } from 'react'
import type { TokenIdReport } from '../../lib/collection/parse-token-ids.ts'
import { SELECTION_LIMIT } from '../../lib/collection/selection.ts'
import { readInSlices } from './read-in-slices.ts'

/** The report on a pasted text; null while there is nothing to say, and `isReading` while it is being read. */
export function useIdReport(text: string): { report: TokenIdReport | null; isReading: boolean } {
  const [read, setRead] = useState<{ text: string; report: TokenIdReport } | null>(null)
  const isBlank = text.trim() === ''

  useEffect(() => {
    if (isBlank) return
    const abort = new AbortController()
    void readInSlices(text, SELECTION_LIMIT, abort.signal).then((report) => {
      if (report) setRead({ text, report })
    })
    return () => abort.abort()
  }, [text, isBlank])

  return { report: isBlank ? null : (read?.report ?? null), isReading: !isBlank && read?.text !== text }
}
