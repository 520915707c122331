'use client'

import { type DehydratedState, HydrationBoundary } from '@tanstack/react-query'
import { type ReactNode, useEffect, useSyncExternalStore } from 'react'

type Props = { state: DehydratedState; children: ReactNode }

/** By what the server sent, because React may draw a page several times, and drop that, before it listens. */
const held = new WeakMap<DehydratedState, { state: DehydratedState; release: () => void }>()

/**
 * Answers that follow a page drawn by the server count once it listens: before, React must find what the server has
 * drawn. After a link nothing was drawn, and they count at once.
 */
export function Hydrated({ state, children }: Props) {
  const isDrawn = useSyncExternalStore(
    neverChanges,
    () => false,
    () => true,
  )
  if (isDrawn && !held.has(state)) held.set(state, hold(state))
  const waiting = held.get(state)
  useEffect(() => waiting?.release(), [waiting])
  return <HydrationBoundary state={waiting?.state ?? state}>{children}</HydrationBoundary>
}

const neverChanges = () => () => {}

function hold(state: DehydratedState) {
  const { promise: listening, resolve: release } = Promise.withResolvers<void>()
  const queries = state.queries.map((query) => {
    const { promise } = query
    return promise ? { ...query, promise: listening.then(() => promise) } : query
  })
  return { state: { ...state, queries }, release }
}
