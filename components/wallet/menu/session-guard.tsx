'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type AppError, isAppError } from '@/lib/core/app-error.ts'
import { onOpening } from '../../ui/overlays/on-opening.tsx'

const SessionEnded = onOpening(() => import('./session-ended.tsx').then((module) => module.SessionEnded))

type Ended = { reason: string | undefined; isShown: boolean }

/**
 * Shows a dialog at the first answer that says the session has ended (signed out, removed, expired). Once closed,
 * it returns only when the member does something, so that a note can still be copied.
 */
export function SessionGuard() {
  const client = useQueryClient()
  const [ended, setEnded] = useState<Ended | null>(null)
  useEffect(() => {
    const stops = [
      client.getQueryCache().subscribe(({ query }) => {
        const { error } = query.state
        if (isUnauthenticated(error))
          setEnded((known) => known ?? { reason: error.meta.reason, isShown: true })
      }),
      client.getMutationCache().subscribe(({ type, mutation }) => {
        const error = mutation?.state.error
        if (type === 'updated' && isUnauthenticated(error)) {
          setEnded({ reason: error.meta.reason, isShown: true })
        }
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [client])
  return (
    <SessionEnded
      isOpen={ended?.isShown ?? false}
      reason={ended?.reason}
      onClose={() => setEnded((known) => known && { ...known, isShown: false })}
    />
  )
}

const isUnauthenticated = (error: unknown): error is AppError =>
  isAppError(error) && error.code === 'unauthenticated'
