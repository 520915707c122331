'use client'

import { type DehydratedState, HydrationBoundary } from '@tanstack/react-query'
import { type ReactNode, useEffect, useMemo, useState } from 'react'

type Props = { state: DehydratedState; children: ReactNode }

/** Answers that follow the page count once it listens: before, React must find what the server has drawn. */
export function Hydrated({ state, children }: Props) {
  const [listening] = useState(() => Promise.withResolvers<void>())
  useEffect(() => listening.resolve(), [listening])
  const later = useMemo(() => withLater(state, listening.promise), [state, listening])
  return <HydrationBoundary state={later}>{children}</HydrationBoundary>
}

const withLater = (state: DehydratedState, listening: Promise<void>): DehydratedState => ({
  ...state,
  queries: state.queries.map((query) => {
    const { promise } = query
    return promise ? { ...query, promise: listening.then(() => promise) } : query
  }),
})
