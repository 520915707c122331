import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { submitterOf } from '@/lib/domain/refreshes/source.ts'
import { Avatar } from '../../ui/text/avatar.tsx'
import { Id } from '../../ui/text/id.tsx'
import { submittedByText } from '../../ui/text/submitted-by-text.ts'
import { Time } from '../../ui/text/time.tsx'
import { tokenText } from './script-text.ts'

/** Who submitted the refresh, and how. */
export function SubmittedByDetails({ refresh }: { refresh: RefreshDetail }) {
  const submitter = submitterOf(refresh)
  const token = tokenText(refresh)
  const imported = refresh.activity.find(({ kind }) => kind === 'imported')
  return (
    <>
      {submitter ? (
        <span className="flex flex-wrap items-center gap-x-1.5">
          <span className="flex min-w-0 gap-1.5">
            <Avatar address={submitter.address} />
            {submitter.name ? <span className="min-w-0 break-words">{submitter.name}</span> : null}
          </span>
          <Id value={submitter.address} />
        </span>
      ) : (
        (submittedByText(refresh) ??
        (refresh.source === 'sample' ? 'the demo owner, as a sample' : 'nobody on this team'))
      )}
      {token ? <span className="block text-faint text-xs">by a script, {token}</span> : null}
      {imported ? (
        <span className="block text-faint text-xs">
          imported{' '}
          {imported.by ? `by ${submittedByText({ by: imported.by, signer: null, source: 'desk' })}, ` : ''}
          <Time at={imported.at} style="moment" />
        </span>
      ) : null}
    </>
  )
}
