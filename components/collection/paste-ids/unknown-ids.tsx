'use client'

import { useId } from 'react'
import type { TokenIdReport } from '../../../lib/domain/assets/id-list/token-id-report.ts'
import { formatCount } from '../../../lib/format/count.ts'
import { Checkbox } from '../../ui/forms/checkbox.tsx'
import { findPlaces, isWholeList } from './chosen-ids.ts'
import { IdFinding, SHOWN, Small } from './id-finding.tsx'
import type { IdCheck } from './use-checked-ids.ts'

type Props = {
  report: TokenIdReport
  check: Extract<IdCheck, { state: 'checked' }>
  leavesOut: boolean
  onLeaveOut: (leavesOut: boolean) => void
}

/** Ids that were not in the collection when it was counted, including tokens minted since. */
export function UnknownIds({ report, check, leavesOut, onLeaveOut }: Props) {
  const id = useId()
  const { unknown, unknownCount } = check.checked
  return (
    <IdFinding
      tone="unknown"
      words={`${formatCount(unknownCount)} not in this collection`}
      places={findPlaces(report, unknown, SHOWN)}
      count={unknownCount}
      unit={report.unit}
    >
      {isWholeList(check) ? (
        <label htmlFor={id} className="flex min-h-7 cursor-pointer items-center gap-2 max-md:min-h-10">
          <Checkbox
            id={id}
            checked={leavesOut}
            onChange={(event) => onLeaveOut(event.currentTarget.checked)}
          />
          Leave them out
        </label>
      ) : (
        <Small>
          Too many to leave out individually, so they stay in the list and would use up requests. Check that
          this is the right collection.
        </Small>
      )}
    </IdFinding>
  )
}
