import type { Place } from '../../../lib/domain/assets/id-list/id-source.ts'
import type { TokenIdReport } from '../../../lib/domain/assets/id-list/token-id-report.ts'
import type { IdCheck } from './use-checked-ids.ts'

/** The ids to select: without those that the collection does not have, as far as all of those are known by name. */
export function chosenIds(report: TokenIdReport | null, check: IdCheck, leavesOut: boolean): string[] {
  if (report === null) return []
  if (!leavesOut || check.state !== 'checked' || !isWholeList(check)) return report.ids
  const unknown = new Set(check.checked.unknown)
  return report.ids.filter((id) => !unknown.has(id))
}

/** The answer names the first of them only; a longer list cannot be taken out by name. */
export const isWholeList = ({ checked }: Extract<IdCheck, { state: 'checked' }>): boolean =>
  checked.unknown.length === checked.unknownCount

/** Where in the text the first `most` of some ids stand. */
export function findPlaces(report: TokenIdReport, wanted: readonly string[], most: number): Place[] {
  const first = new Set(wanted.slice(0, most))
  const found: Place[] = []
  for (const [index, id] of report.ids.entries()) {
    if (first.has(id)) found.push({ text: id, at: report.places[index] ?? 0 })
    if (found.length === first.size) break
  }
  return found
}
