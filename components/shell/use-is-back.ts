'use client'

import { useEffect, useState } from 'react'

const SAID_FOR_MS = 10_000

/** For a short time after something that was away has come back. */
export function useIsBack(isAway: boolean): boolean {
  const [wasAway, setWasAway] = useState(isAway)
  const [isBack, setBack] = useState(false)
  if (wasAway !== isAway) {
    setWasAway(isAway)
    setBack(!isAway)
  }
  useEffect(() => {
    if (!isBack) return
    const timer = setTimeout(() => setBack(false), SAID_FOR_MS)
    return () => clearTimeout(timer)
  }, [isBack])
  return isBack
}
