import { submitterOf } from '@/lib/domain/refreshes/source.ts'
import { Avatar } from './avatar.tsx'
import { type Made, submittedByText } from './submitted-by-text.ts'

type Props = { refresh: Made; isOneLine?: boolean }

/** Who submitted a refresh, with their avatar. */
export function SubmittedBy({ refresh, isOneLine = false }: Props) {
  const submitter = submitterOf(refresh)
  const words = submittedByText(refresh)
  if (!words) return null
  return (
    <span
      className="inline-flex min-w-0 max-w-full items-center gap-1.5"
      title={submitter ? [submitter.name, submitter.address].filter(Boolean).join(', ') : undefined}
    >
      {submitter ? <Avatar address={submitter.address} /> : null}
      <span className={`min-w-0 ${isOneLine ? 'truncate' : 'break-words'} ${submitter ? '' : 'text-faint'}`}>
        {words}
      </span>
    </span>
  )
}
