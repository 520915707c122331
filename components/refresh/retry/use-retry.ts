'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { newIdempotencyKey } from '@/lib/api/idempotency-key.ts'
import { retryPlanQuery, retryRefreshesMutation } from '@/lib/api/refresh-actions.ts'
import { needsSignature } from '@/lib/core/needs-signature.ts'
import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import type { RetryPlan, RetryRefreshes } from '@/lib/domain/refreshes/requests-schema.ts'

type Options = {
  isOn?: boolean
  onStarted: (started: RefreshSummary[]) => void
  /** Called when the signature the plan relied on has ended; the plan is reloaded by then. */
  onUnsigned?: () => void
}

/** Plans a retry and starts it at most once per choice. */
export function useRetry(input: RetryRefreshes, { isOn = true, onStarted, onUnsigned }: Options) {
  const intention = useRef({ text: '', key: '' })
  const plan = useQuery({ ...retryPlanQuery(input), enabled: isOn })
  const retry = useMutation({ ...retryRefreshesMutation() })
  const start = () => {
    // Pressing again with the same choice reuses the key, so it starts no second retry.
    const text = JSON.stringify(input)
    if (intention.current.text !== text) intention.current = { text, key: newIdempotencyKey() }
    retry.mutate(
      { input, idempotencyKey: intention.current.key },
      {
        onSuccess: ({ items }) => onStarted(items),
        onError: (error) => {
          if (needsSignature(error)) void plan.refetch().then(onUnsigned)
        },
      },
    )
  }
  const items = plan.data?.items ?? []
  /** After an owner signed: starts when no other signature is missing. */
  const startWhenSigned = async () => {
    const { data } = await plan.refetch()
    if (data?.items.every(({ hasSignature }) => hasSignature)) start()
  }
  return {
    plan: plan.data ?? null,
    error: plan.error ?? (needsSignature(retry.error) ? null : retry.error),
    tokens: sum(items, 'tokens'),
    requests: sum(items, 'requests'),
    /** The first collection whose owner must sign. */
    unsigned: items.find(({ hasSignature }) => !hasSignature) ?? null,
    isBusy: retry.isPending,
    isStarted: retry.isSuccess,
    start,
    startWhenSigned,
  }
}

export type Retry = ReturnType<typeof useRetry>

const sum = (items: RetryPlan['items'], what: 'tokens' | 'requests') =>
  items.reduce((total, item) => total + item[what], 0)
