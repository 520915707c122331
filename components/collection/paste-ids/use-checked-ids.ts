'use client'

import { useEffect, useState } from 'react'
import { type CollectionKey, checkIds } from '../../../lib/api/collections.ts'
import type { TokenIdReport } from '../../../lib/domain/assets/id-list/token-id-report.ts'
import type { CheckedIds } from '../../../lib/domain/collections/collection-index-schema.ts'

/** Debounces typing before the ids are checked. */
const REST_MS = 300

export type IdCheck =
  | { state: 'none' }
  | { state: 'checking' }
  | { state: 'checked'; checked: CheckedIds }
  | { state: 'error'; message: string }

/** Finds reported ids that the collection lacks. `isOn` once the collection has been counted. */
export function useCheckedIds(
  { network, address }: CollectionKey,
  report: TokenIdReport | null,
  isOn: boolean,
): IdCheck {
  const [answer, setAnswer] = useState<{ report: TokenIdReport; check: IdCheck } | null>(null)
  const isAsked = isOn && report !== null && report.ids.length > 0

  useEffect(() => {
    if (!isAsked || report === null) return
    const abort = new AbortController()
    const settle = (check: IdCheck) => {
      if (!abort.signal.aborted) setAnswer({ report, check })
    }
    const timer = setTimeout(() => {
      checkIds({ network, address }, report.ids, abort.signal).then(
        (checked) => settle(checked.isChecked ? { state: 'checked', checked } : { state: 'none' }),
        (error: Error) => settle({ state: 'error', message: error.message }),
      )
    }, REST_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [network, address, report, isAsked])

  if (!isAsked) return { state: 'none' }
  return answer?.report === report ? answer.check : { state: 'checking' }
}
