'use client'

import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { refreshName } from '@/lib/domain/refreshes/refresh-key.ts'
import { useToast } from '../../ui/overlays/toast.tsx'

import { RetryBar } from './retry-bar.tsx'
import type { SignSlot } from './sign-slot.ts'
import { useRetry } from './use-retry.ts'

type Props = {
  refreshes: string[]
  sign: SignSlot
  isReviewing: boolean
  onReview: (isReviewing: boolean) => void
  onClear: () => void
  onOpenRefresh: (id: string) => void
}

/** One retry of several refreshes: opens the new refresh, or names the new ones if there are several. */
export function CommonRetry({ refreshes, onClear, onOpenRefresh, ...bar }: Props) {
  const say = useToast()
  const finish = (started: RefreshSummary[]) => {
    onClear()
    const [first, ...others] = started
    if (first && others.length === 0) onOpenRefresh(first.id)
    else say(`Started ${started.map(({ number }) => refreshName(number)).join(' and ')}`)
  }
  const retry = useRetry({ refreshes }, { onStarted: finish })
  return <RetryBar count={refreshes.length} retry={retry} onClear={onClear} {...bar} />
}
