import { ChevronRight } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useId } from 'react'
import { mayBeRetried } from '@/lib/domain/batches/state.ts'
import { causeDetail } from '@/lib/domain/failures/cause-detail.ts'
import type { Cause } from '@/lib/domain/failures/failure-schema.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { formatCount, formatShare } from '@/lib/format/count.ts'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Time } from '../../ui/text/time.tsx'
import { RetryButton } from '../retry/retry-button.tsx'
import type { SignSlot } from '../retry/sign-slot.ts'
import { CopyIds } from './copy-ids.tsx'

const TokenFailures = dynamic(() => import('./token-failures.tsx').then((module) => module.TokenFailures), {
  loading: () => <SkeletonRows rows={3} label="Loading failures" />,
})

type Props = {
  cause: Cause
  refresh: RefreshDetail
  /** Failed tokens of all causes. */
  failed: number
  isOpen: boolean
  token: string | null
  onToggle: () => void
  onToken: (tokenId: string) => void
  canAct: boolean
  sign: SignSlot
  onOpenRefresh: (id: string) => void
}

export function CauseGroup({
  cause,
  refresh,
  failed,
  isOpen,
  token,
  onToggle,
  onToken,
  canAct,
  sign,
  onOpenRefresh,
}: Props) {
  const id = useId()
  const { title, what, advice } = cause
  return (
    <li className="border-line border-t first:border-t-0">
      <h3>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={onToggle}
          className="flex w-full flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3 text-left hover:bg-well"
        >
          <ChevronRight
            aria-hidden
            className={`size-4 shrink-0 text-faint transition-transform ${isOpen ? 'rotate-90' : ''}`}
          />
          <span className="min-w-0 flex-1 basis-52">
            <span className="block font-medium text-sm">{title}</span>
            <span className="block break-all font-mono text-faint text-xs">{causeDetail(cause)}</span>
          </span>
          {cause.isRetryable ? null : <Tag>A retry cannot help</Tag>}
          <span aria-hidden className="h-1 w-20 overflow-hidden rounded-xs bg-track max-sm:hidden">
            <span
              className="block h-full bg-failed-fill"
              style={{ width: `${(cause.count / failed) * 100}%` }}
            />
          </span>
          {cause.count < failed ? (
            <span className="w-20 text-right text-faint text-xs tabular-nums">
              {formatShare(cause.count, failed)}
            </span>
          ) : null}
          <span className="w-20 text-right text-sm">
            <strong className="font-semibold">{formatCount(cause.count)}</strong>{' '}
            {cause.count === 1 ? 'token' : 'tokens'}
          </span>
          <span className="w-20 text-right text-faint text-xs">
            <Time at={cause.lastAt} />
          </span>
        </button>
      </h3>
      {isOpen ? (
        <div id={id} className="grid gap-4 border-line border-t bg-well p-4">
          <div className="grid gap-4 md:grid-cols-[1fr_1fr_auto]">
            <Advice title="What happened" words={what} />
            <Advice title="What to do" words={advice} />
            {canAct && cause.isRetryable && mayBeRetried(refresh.state) ? (
              <RetryButton refresh={refresh} cause={cause} sign={sign} onOpenRefresh={onOpenRefresh} />
            ) : null}
          </div>
          <CopyIds refreshId={refresh.id} cause={cause.key} count={cause.count} />
          <TokenFailures
            refreshId={refresh.id}
            cause={cause}
            token={token}
            onToken={onToken}
            batchCount={refresh.batchCount}
            collection={refresh.collection}
          />
        </div>
      ) : null}
    </li>
  )
}

function Advice({ title, words }: { title: string; words: string }) {
  return (
    <div>
      <h4 className="font-semibold text-sm">{title}</h4>
      <p className="text-muted text-sm">{words}</p>
    </div>
  )
}
