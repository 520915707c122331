import { submitterOf } from '@/lib/domain/refreshes/source.ts'
import { Avatar } from './avatar.tsx'
import { type Made, submittedByText } from './submitted-by-text.ts'

type Props = { refresh: Made; isOneLine?: boolean }

/** Who made a refresh, with the picture of their address. */
export function SubmittedBy({ refresh, isOneLine = false }: Props) {
  const maker = submitterOf(refresh)
  const words = submittedByText(refresh)
  if (!words) return null
  return (
    <span
      className="inline-flex min-w-0 max-w-full items-center gap-1.5"
      title={maker ? [maker.name, maker.address].filter(Boolean).join(', ') : undefined}
    >
      {maker ? <Avatar address={maker.address} /> : null}
      <span className={`min-w-0 ${isOneLine ? 'truncate' : 'break-words'} ${maker ? '' : 'text-faint'}`}>
        {words}
      </span>
    </span>
  )
}
