'use client'

import { useEffect, useState } from 'react'
import { runInSlices } from './run-in-slices.ts'

type Begin<T> = () => Generator<void, T>

/**
 * The result of the steps, run in slices that keep the page responsive. The last value stays until the next is ready;
 * `begin` must be memoised, and is null when there is nothing to do.
 */
export function useInSlices<T>(begin: Begin<T> | null): { value: T | null; isRunning: boolean } {
  const [done, setDone] = useState<{ begin: Begin<T>; value: T } | null>(null)

  useEffect(() => {
    if (begin === null) return
    const abort = new AbortController()
    void runInSlices(begin(), abort.signal).then((ended) => {
      if (ended !== 'aborted') setDone({ begin, value: ended.value })
    })
    return () => abort.abort()
  }, [begin])

  return {
    value: begin === null ? null : (done?.value ?? null),
    isRunning: begin !== null && done?.begin !== begin,
  }
}
