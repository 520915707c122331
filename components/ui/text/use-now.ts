'use client'

import { useSyncExternalStore } from 'react'
import { useFirstClock } from './clock.tsx'

const listeners = new Set<() => void>()
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(() => {
    now = Date.now()
    for (const tell of listeners) tell()
  }, 1_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The current second, from one timer for the whole page; a larger `stepMs` saves renders. */
export function useNow(stepMs = 1_000): Date {
  const first = useFirstClock()
  const stepOf = (time: number) => Math.floor(time / stepMs) * stepMs
  return new Date(
    useSyncExternalStore(
      subscribe,
      () => stepOf(now),
      () => stepOf(first.now),
    ),
  )
}
