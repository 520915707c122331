'use client'

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { collectionsKey } from '../../../lib/api/collection-keys.ts'
import { newIdempotencyKey } from '../../../lib/api/idempotency-key.ts'
import { planQuery, submitRefreshMutation } from '../../../lib/api/refreshes.ts'
import { needsSignature } from '../../../lib/core/needs-signature.ts'
import type { CollectionDetail } from '../../../lib/domain/collections/collection-card-schema.ts'
import type { RefreshSummary } from '../../../lib/domain/refreshes/model-schema.ts'
import type { RefreshPlan, SubmittedSelection } from '../../../lib/domain/refreshes/submission-schema.ts'

type Input = {
  collection: CollectionDetail
  selection: SubmittedSelection
  onSubmitted: (refresh: RefreshSummary) => void
}

/** One review of one selection: its plan, its note, and the idempotency key shared by all attempts. */
export function useReview({ collection, selection: given, onSubmitted }: Input) {
  const client = useQueryClient()
  const [selection] = useState(given)
  const [key] = useState(newIdempotencyKey)
  const [note, setNote] = useState('')
  const [leavesOut, setLeavesOut] = useState(false)
  const { network, address } = collection
  const plan = useQuery({
    ...planQuery(`${key} ${leavesOut}`, {
      network,
      collection: address,
      selection,
      leaveOutRefreshing: leavesOut,
    }),
    placeholderData: keepPreviousData,
  })

  const { mutate, ...submit } = useMutation(submitRefreshMutation())

  function submitOnce() {
    const trimmed = note.trim()
    const input = {
      network,
      collection: address,
      selection,
      ...(leavesOut && { leaveOutRefreshing: true }),
      ...(trimmed !== '' && { note: trimmed }),
    }
    mutate(
      { input, idempotencyKey: key },
      {
        onSuccess: (refresh) => {
          void client.invalidateQueries({ queryKey: collectionsKey })
          onSubmitted(refresh)
        },
        // The signature may have ended since the plan was made, so the plan is loaded again.
        onError: (error) => {
          if (needsSignature(error)) void plan.refetch()
        },
      },
    )
  }

  const signature = plan.data?.signature
  return {
    selection,
    /** The number of tokens; for a query, as far as the server has counted. */
    count: countOf(selection, plan.data),
    leavesOut,
    setLeavesOut,
    note,
    setNote,
    plan,
    submit,
    submitOnce,
    signature,
    needsSignature:
      signature !== undefined && signature.state !== 'accepted' && signature.state !== 'unproven',
  }
}

export type Review = ReturnType<typeof useReview>

function countOf(selection: SubmittedSelection, plan: RefreshPlan | undefined): number {
  if (plan) return plan.tokens
  return 'ids' in selection ? selection.ids.length : 0
}
