import type { Candidate } from '@/lib/domain/batches/batch-schema.ts'
import { formatCount } from '@/lib/format/count.ts'
import { Button } from '../../ui/button.tsx'
import { Id } from '../../ui/text/id.tsx'
import { Time } from '../../ui/text/time.tsx'

type Props = { candidates: Candidate[]; isBusy: boolean; onMatch?: (reference: string) => void }

/** Requests in the network's list that could be the lost one. */
export function Candidates({ candidates, isBusy, onMatch }: Props) {
  if (candidates.length === 0) return null
  return (
    <ul aria-label="Candidates" className="rounded-md border border-line bg-surface">
      {candidates.map(({ reference, startedAt, status, succeeded, failed, pending }) => (
        <li
          key={reference}
          className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-line border-t px-4 py-2 text-sm first:border-t-0"
        >
          <Id value={reference} kind="upstream" />
          <span className="text-muted">
            {startedAt ? (
              <>
                started <Time at={startedAt} style="seconds" />
              </>
            ) : (
              'start time unknown'
            )}
          </span>
          <span className="text-faint text-xs">
            {status.replaceAll('_', ' ')}: {formatCount(succeeded)} succeeded, {formatCount(failed)} failed,{' '}
            {formatCount(pending)} pending
          </span>
          {onMatch ? (
            <Button size="sm" disabled={isBusy} onClick={() => onMatch(reference)} className="ml-auto">
              This is the one
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
