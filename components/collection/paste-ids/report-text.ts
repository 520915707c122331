import type { IdSource } from '../../../lib/domain/assets/id-list/id-source.ts'
import type { Refusal, TokenIdReport } from '../../../lib/domain/assets/id-list/token-id-report.ts'
import { plural } from '../../../lib/format/count.ts'
import type { IdCheck } from './use-checked-ids.ts'

export const refusalText = ({ why, count }: Refusal, unit: 'line' | 'item'): string =>
  `${plural(count, unit)} left out. ${why}`

/** How many ids were read, before any are left out. */
export function readIdsText({ ids, duplicateCount, tooMany, rangeCount }: TokenIdReport): string {
  const ranges = rangeCount > 0 ? `, with ${plural(rangeCount, 'range')} expanded` : ''
  return `${plural(ids.length + duplicateCount + tooMany, 'id')} read${ranges}.`
}

/** Explains text that is neither an id nor a fault: a heading, line numbers. */
export function sourceNote(source: IdSource | null): string | null {
  if (source?.kind !== 'list') return null
  if (source.isNumbered)
    return 'The numbers at the start of the lines are line numbers, so they are not read as ids.'
  return source.heading
    ? `Line ${source.heading.at}, “${source.heading.text}”, is read as the heading.`
    : null
}

export function checkText(check: IdCheck): string {
  if (check.state === 'checking') return 'Checking them against the collection…'
  if (check.state === 'error') return `Not checked against the collection: ${check.message}`
  if (check.state === 'none') return 'Not checked: this collection has not been counted yet.'
  return check.checked.unknownCount === 0
    ? 'All are in this collection.'
    : 'Checked against the last count of the collection.'
}
