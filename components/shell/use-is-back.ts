'use client'

import { useState } from 'react'
import { useNow } from '../ui/text/use-now.ts'

const SAID_FOR_MS = 10_000

/** For a short time after something that was away has come back. */
export function useIsBack(isAway: boolean): boolean {
  const now = useNow().getTime()
  const [seen, setSeen] = useState({ isAway, backAt: Number.NEGATIVE_INFINITY })
  if (seen.isAway !== isAway) setSeen({ isAway, backAt: isAway ? Number.NEGATIVE_INFINITY : now })
  return !isAway && now - seen.backAt < SAID_FOR_MS
}
