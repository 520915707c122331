import { hasRetryable } from '@/lib/domain/batches/state.ts'
import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { refreshName } from '@/lib/domain/refreshes/refresh-key.ts'
import { Checkbox } from '../../ui/forms/checkbox.tsx'
import { RefreshRow } from './refresh-row.tsx'
import type { Thread } from './retry-threads.ts'
import type { HistorySelection } from './use-history-selection.ts'

type Props = {
  threads: readonly Thread<RefreshSummary>[]
  hasCollection?: boolean
  /** Present where rows can be selected for a retry. */
  selection?: HistorySelection | undefined
}

/** Rows of refreshes, each above its retries, without headings. */
export function RefreshRows({ threads, hasCollection = true, selection }: Props) {
  const rows = threads.flatMap((thread) => thread.rows)
  return (
    <ul>
      {rows.map(({ refresh, depth }) => {
        const isSelected = selection?.ids.includes(refresh.id) ?? false
        return (
          <li
            key={refresh.id}
            className={`flex items-center border-line border-t first:border-t-0 ${isSelected ? 'bg-accent-soft' : ''}`}
          >
            {selection ? <RowBox refresh={refresh} isSelected={isSelected} selection={selection} /> : null}
            <div className="min-w-0 flex-1">
              <RefreshRow refresh={refresh} hasCollection={hasCollection} depth={depth} />
            </div>
          </li>
        )
      })}
    </ul>
  )
}

type BoxProps = { refresh: RefreshSummary; isSelected: boolean; selection: HistorySelection }

/** Every row leaves room for a checkbox, so that they align; only rows with something to retry have one. */
function RowBox({ refresh, isSelected, selection }: BoxProps) {
  return (
    <span className="flex w-10 shrink-0 justify-end pr-1.5">
      {hasRetryable(refresh) ? (
        <Checkbox
          aria-label={`Select ${refreshName(refresh.number)}`}
          checked={isSelected}
          onChange={() => {}}
          onClick={(event) => selection.toggle(refresh.id, event.shiftKey)}
          className="my-1"
        />
      ) : null}
    </span>
  )
}
