'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { AppError } from '@/lib/errors/app-error.ts'

/** A session that ended elsewhere (signed out everywhere, removed, expired) shows in the first answer without it. */
export function SessionGuard() {
  const client = useQueryClient()
  useEffect(() => {
    let isLeaving = false
    const leave = (error: unknown) => {
      if (isLeaving || !(error instanceof AppError) || error.code !== 'unauthenticated') return
      isLeaving = true
      const { pathname, search } = window.location
      window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`)
    }
    const stops = [
      client.getQueryCache().subscribe(({ query }) => leave(query.state.error)),
      client.getMutationCache().subscribe(({ mutation }) => leave(mutation?.state.error)),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [client])
  return null
}
