'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { isRetryable } from '@/lib/core/app-error.ts'
import { ToastProvider } from './ui/overlays/toast.tsx'

const STALE_MS = 10_000
const TRIES = 2

/** Retries only errors that may pass by themselves; a refusal would only be repeated. */
const shouldRetry = (count: number, error: Error) =>
  count < TRIES && (isRetryable(error) || error instanceof TypeError)

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: STALE_MS, retry: shouldRetry } } }),
  )
  return (
    <QueryClientProvider client={client}>
      <ToastProvider>{children}</ToastProvider>
    </QueryClientProvider>
  )
}
