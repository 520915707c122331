import { isMoment } from '../../../core/moment.ts'
import { decodeCursor } from './cursor.ts'

const MOST = 2_147_483_647

/** Whether a text is a place in the history, as `RefreshCursor` takes it; pages load no schema. */
export function isHistoryCursor(text: string): boolean {
  const cursor = decodeCursor(text)
  const [[direction, place] = [], ...others] =
    typeof cursor === 'object' && cursor !== null ? Object.entries(cursor) : []
  if (others.length > 0 || (direction !== 'before' && direction !== 'after')) return false
  if (!Array.isArray(place) || place.length !== 2) return false
  const [at, number] = place
  return typeof at === 'string' && isMoment(at) && Number.isInteger(number) && number >= 0 && number <= MOST
}
