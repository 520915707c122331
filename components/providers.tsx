'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { readPageData, UnansweredError } from '@/lib/api/page-data.ts'
import { isRetryable } from '@/lib/core/app-error.ts'
import { ToastProvider } from './ui/overlays/toast.tsx'
import { type Clock, ClockProvider } from './ui/text/clock.tsx'

const STALE_MS = 10_000
const TRIES = 2
const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 30_000

/** Retries only errors that may pass by themselves; a refusal would only be repeated. The server draws once. */
const shouldRetry = (count: number, error: Error) =>
  typeof window !== 'undefined' &&
  count < TRIES &&
  (isRetryable(error) || error instanceof TypeError || error instanceof UnansweredError)

const retryDelay = (count: number, error: Error) =>
  error instanceof UnansweredError ? 0 : Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** count)

type Props = { clock: Clock; children: ReactNode }

export function Providers({ clock, children }: Props) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { staleTime: STALE_MS, retry: shouldRetry, retryDelay },
          hydrate: { deserializeData: readPageData },
        },
      }),
  )
  return (
    <QueryClientProvider client={client}>
      <ClockProvider clock={clock}>
        <ToastProvider>{children}</ToastProvider>
      </ClockProvider>
    </QueryClientProvider>
  )
}
