'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { planQuery, submitRefreshMutation } from '../../lib/api/refreshes.ts'
import { RequestError } from '../../lib/errors/problem.ts'
import type { CollectionDetail } from '../../lib/refresh/collection-card.ts'
import type { RefreshSummary } from '../../lib/refresh/model.ts'
import { makeSubmitKey } from './make-submit-key.ts'

type Input = {
  collection: CollectionDetail
  tokenIds: readonly string[]
  onSubmitted: (refresh: RefreshSummary) => void
}

/** One review of one frozen list: its plan, its note, and a key that makes every further try the same submit. */
export function useReview({ collection, tokenIds, onSubmitted }: Input) {
  const client = useQueryClient()
  const [ids] = useState(() => [...tokenIds])
  const [key] = useState(makeSubmitKey)
  const [note, setNote] = useState('')
  const { network, address } = collection
  const plan = useQuery(planQuery({ network, collection: address, selection: { ids } }))

  const { mutate, ...submit } = useMutation(submitRefreshMutation())

  function submitOnce() {
    const trimmed = note.trim()
    const input = {
      network,
      collection: address,
      selection: { ids },
      ...(trimmed !== '' && { note: trimmed }),
    }
    mutate(
      { input, idempotencyKey: key },
      {
        onSuccess: (refresh) => {
          void client.invalidateQueries({ queryKey: ['collections'] })
          onSubmitted(refresh)
        },
        // The signature may have ended since the plan was made; the plan then asks for a new one.
        onError: (error) => {
          if (error instanceof RequestError && error.meta.reason === 'needs_grant') void plan.refetch()
        },
      },
    )
  }

  const grant = plan.data?.grant
  return {
    ids,
    note,
    setNote,
    plan,
    submit,
    submitOnce,
    grant,
    needsSignature: grant !== undefined && grant.state !== 'accepted' && grant.state !== 'unproven',
  }
}

export type Review = ReturnType<typeof useReview>
