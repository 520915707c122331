import type { Progress } from '@/lib/domain/batches/batch-schema.ts'
import { formatCount } from '@/lib/format/count.ts'

const heights = { xs: 'h-1', sm: 'h-1.5', md: 'h-2', lg: 'h-2.5' }

type Props = {
  progress: Progress
  isFinished: boolean
  size?: keyof typeof heights
  label?: string
  className?: string
}

/** Succeeded, failed (hatched if tall enough), unknown, and the rest as track. Parts above zero stay visible. */
export function ProgressBar({
  progress,
  isFinished,
  size = 'sm',
  label = 'Progress',
  className = '',
}: Props) {
  const { total, succeeded, failed, unknown } = progress
  const words = [
    `${label}: ${formatCount(succeeded)} succeeded`,
    `${formatCount(failed)} failed`,
    unknown > 0 && `${formatCount(unknown)} unknown`,
    `of ${formatCount(total)}`,
  ]
    .filter(Boolean)
    .join(', ')
  const parts = [
    { key: 'succeeded', count: succeeded, look: 'bg-succeeded-fill' },
    {
      key: 'failed',
      count: failed,
      look: `bg-failed-fill ${size === 'md' || size === 'lg' ? 'hatched' : ''}`,
    },
    { key: 'unknown', count: unknown, look: 'bg-unknown-fill hatched' },
  ].filter(({ count }) => count > 0)
  const role = isFinished
    ? { role: 'img', 'aria-label': words }
    : {
        role: 'progressbar',
        'aria-label': label,
        'aria-valuemin': 0,
        'aria-valuemax': total,
        'aria-valuenow': succeeded + failed,
        'aria-valuetext': words,
      }
  return (
    <div
      {...role}
      className={`flex w-full gap-px overflow-hidden rounded-xs bg-track ${heights[size]} ${className}`}
    >
      {parts.map(({ key, count, look }) => (
        <span
          key={key}
          className={`h-full min-w-[3px] transition-[width] duration-(--duration-steady) ease-out ${look}`}
          style={{ width: `${(count / Math.max(1, total)) * 100}%` }}
        />
      ))}
    </div>
  )
}
