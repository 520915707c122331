import type { IdSource } from '../../../lib/domain/assets/id-list/id-source.ts'
import type { Refusal, TokenIdReport } from '../../../lib/domain/assets/id-list/token-id-report.ts'
import { plural } from '../../../lib/format/count.ts'
import type { IdCheck } from './use-checked-ids.ts'

export const refusalText = ({ why, count }: Refusal, unit: 'line' | 'item'): string =>
  `${plural(count, unit)} left out. ${why}`

/** What was read, before anything is taken out of it. */
export function readWords({ ids, duplicateCount, tooMany, rangeCount }: TokenIdReport): string {
  const ranges = rangeCount > 0 ? `, ${plural(rangeCount, 'range')} written out` : ''
  return `${plural(ids.length + duplicateCount + tooMany, 'id')} read${ranges}.`
}

/** What of the text is no id and no fault either. */
export function sourceNote(source: IdSource | null): string | null {
  if (source?.kind !== 'list') return null
  if (source.isNumbered) return 'The numbers at the start of the lines count them, and are not read.'
  return source.heading ? `Line ${source.heading.at}, “${source.heading.text}”, is the heading.` : null
}

export function checkText(check: IdCheck): string {
  if (check.state === 'checking') return 'Checking them against the collection…'
  if (check.state === 'error') return `Not checked against the collection: ${check.message}`
  if (check.state === 'none') return 'Not checked: the desk has not counted this collection yet.'
  return check.checked.unknownCount === 0
    ? 'All of them are in this collection.'
    : 'Checked against the collection as the desk last counted it.'
}
