'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { RotateCw } from 'lucide-react'
import { useRef, useState } from 'react'
import { planQuery, retryRefreshMutation } from '@/lib/api/refreshes.ts'
import { formatCount, plural } from '@/lib/format/count.ts'
import type { Cause } from '@/lib/refresh/failure.ts'
import type { RefreshDetail } from '@/lib/refresh/model.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { RequestErrorNote } from '../ui/request-error-note.tsx'
import type { SignSlot } from './sign-slot.ts'

type Props = {
  refresh: RefreshDetail
  /** One cause only. */
  cause?: Cause
  sign: SignSlot
  onOpenRefresh: (id: string) => void
  isPrimary?: boolean
}

/** Says what it takes and what it leaves out before it is pressed; asks the owner only when the desk has no signature. */
export function RetryButton({ refresh, cause, sign, onOpenRefresh, isPrimary = false }: Props) {
  const { collection, causes } = refresh
  const taken = (cause ? [cause] : causes).filter(({ isRetryable }) => isRetryable)
  const tokens = sum(taken)
  const leftOut = cause ? 0 : sum(causes.filter(({ isRetryable }) => !isRetryable))
  const [isSigning, setSigning] = useState(false)
  const key = useRef<string>(undefined)
  const plan = useQuery({
    ...planQuery({
      network: collection.network,
      collection: collection.address,
      selection: { ids: Array.from({ length: Math.max(1, tokens) }, (_, index) => String(index)) },
    }),
    enabled: tokens > 0,
    staleTime: 10_000,
  })
  const retry = useMutation({ ...retryRefreshMutation() })
  if (tokens === 0) return null

  const submit = () => {
    key.current ??= crypto.randomUUID()
    const input = cause ? { cause: cause.key } : {}
    retry.mutate(
      { id: refresh.id, input, idempotencyKey: key.current },
      { onSuccess: (made) => onOpenRefresh(made.id) },
    )
  }
  const hasGrant = plan.data?.grant.state === 'accepted' || plan.data?.grant.state === 'unproven'
  const words = cause ? `Retry these ${formatCount(tokens)}` : `Retry ${formatCount(tokens)} failed`
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <Button
        {...(isPrimary ? { variant: 'primary' as const, size: 'lg' as const } : {})}
        isBusy={retry.isPending}
        disabled={!plan.data || retry.isSuccess}
        onClick={() => (hasGrant ? submit() : setSigning(true))}
      >
        <RotateCw aria-hidden /> {words}
      </Button>
      <p className="text-faint text-xs">
        {plan.data ? <Price requests={plan.data.requests} remaining={plan.data.quota.remaining} /> : null}
        {leftOut > 0 ? (
          <span className="block">{formatCount(leftOut)} left out: a retry cannot help them</span>
        ) : null}
      </p>
      {retry.error && !isSigning ? <RequestErrorNote error={retry.error} /> : null}
      <Dialog
        isOpen={isSigning}
        onClose={() => setSigning(false)}
        title={`Retry ${plural(tokens, 'token')}`}
        description={`${collection.name}. The owner signs once; the desk does the rest.`}
        size="sm"
      >
        <div className="grid gap-3 p-5">
          {sign({
            network: collection.network,
            collection: collection.address,
            ownerAddress: collection.ownerAddress,
            label: `Sign and retry ${plural(tokens, 'token')}`,
            onSigned: submit,
          })}
          {retry.error ? <RequestErrorNote error={retry.error} /> : null}
        </div>
      </Dialog>
    </div>
  )
}

const sum = (causes: Cause[]) => causes.reduce((total, { count }) => total + count, 0)

function Price({ requests, remaining }: { requests: number; remaining: number | null }) {
  return (
    <span className="block text-text">
      uses{' '}
      <strong className="font-semibold">
        {remaining === null ? plural(requests, 'request') : `${requests} of ${remaining} requests`}
      </strong>
    </span>
  )
}
