'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { isFinished } from '@/lib/domain/batches/state.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { formatCount, partOf } from '@/lib/format/count.ts'
import { refreshLooks } from '../../ui/state-look.ts'
import { processedCount } from '../batches/refresh-text.ts'

const SPEAK_MS = 20_000

/** For screen readers: a summary at most every 20 seconds, and the end at once. */
export function SpokenProgress({ refresh }: { refresh: RefreshDetail }) {
  const [words, setWords] = useState('')
  const speak = useEffectEvent(() => {
    const { progress, state } = refresh
    setWords(
      `${refreshLooks[state].words}. ${partOf(processedCount(refresh), progress.total, 'token')} processed, ${formatCount(progress.failed)} failed${progress.unknown > 0 ? `, ${formatCount(progress.unknown)} unknown` : ''}.`,
    )
  })
  const { state } = refresh
  useEffect(() => {
    if (isFinished(state)) speak()
    const timer = setInterval(() => speak(), SPEAK_MS)
    return () => clearInterval(timer)
  }, [state])
  return (
    <p aria-live="polite" className="sr-only">
      {words}
    </p>
  )
}
