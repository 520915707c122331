import type { Place } from '../../../lib/domain/assets/id-list/id-source.ts'
import type { TokenIdReport } from '../../../lib/domain/assets/id-list/token-id-report.ts'
import type { IdCheck } from './use-checked-ids.ts'

/** The ids to select, without those missing from the collection if all of those are known. */
export function chosenIds(report: TokenIdReport | null, check: IdCheck, leavesOut: boolean): string[] {
  if (report === null) return []
  if (!leavesOut || check.state !== 'checked' || !isWholeList(check)) return report.ids
  const unknown = new Set(check.checked.unknown)
  return report.ids.filter((id) => !unknown.has(id))
}

/** The answer names only the first missing ids; a longer list can't be left out individually. */
export const isWholeList = ({ checked }: Extract<IdCheck, { state: 'checked' }>): boolean =>
  checked.unknown.length === checked.unknownCount

/** The lines of the first `most` of the given ids. */
export function findPlaces(report: TokenIdReport, wanted: readonly string[], most: number): Place[] {
  const first = new Set(wanted.slice(0, most))
  const found: Place[] = []
  for (const [index, id] of report.ids.entries()) {
    if (first.has(id)) found.push({ text: id, at: report.places[index] ?? 0 })
    if (found.length === first.size) break
  }
  return found
}
