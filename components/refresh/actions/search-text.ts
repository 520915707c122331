import type { Batch } from '@/lib/domain/batches/batch.ts'
import type { RefreshSource } from '@/lib/domain/refreshes/model.ts'
import { isOnlyWatched } from '@/lib/domain/refreshes/source.ts'
import { plural } from '@/lib/format/count.ts'
import { formatClock, formatClockSeconds, formatDuration } from '@/lib/format/time.ts'

type Lost = Pick<Batch, 'search' | 'sentAt' | 'resends' | 'wait'>

/** What is being done about a request whose answer was lost: the looks taken, the next, and when it is decided. */
export function searchText(
  { search, sentAt, resends, wait }: Lost,
  { source, now }: { source: RefreshSource; now: Date },
): string {
  const when = sentAt ? ` at ${formatClockSeconds(sentAt)}` : ''
  const lost = `The answer to this request was lost${when}.`
  if (!search) return lost
  if (search.needsPerson) return `${lost} ${findings(search, source)} Your decision is needed.`
  if (wait === 'authority') return `${lost} The desk needs the owner’s signature to look for it.`
  const looks = [plural(search.searches, 'look'), nextWords(search.nextSearchAt, now)]
    .filter(Boolean)
    .join(', ')
  return `${lost} The desk looks for it in the network’s list (${looks}). ${deadlineText(search.decideAt, nextStep(source, resends), now)} ${calm(source)}`
}

type Found = Pick<NonNullable<Batch['search']>, 'candidates' | 'isComplete'>

/** What the network’s list says about a batch of which a person must decide. */
export function findings({ candidates, isComplete }: Found, source: RefreshSource): string {
  if (candidates.length > 0) {
    const listed = `The network lists ${plural(candidates.length, 'refresh', 'refreshes')} that may be this one.`
    return isComplete ? listed : `${listed} Its list could not be read in full, so there may be others.`
  }
  if (!isComplete)
    return 'The network’s list could not be read in full, so the request may or may not be in it.'
  return isOnlyWatched(source)
    ? 'The network lists nothing that may be it.'
    : 'It was sent a second time, and the network shows neither.'
}

/** What becomes of it when the network does not show it in time. */
function nextStep(source: RefreshSource, resends: number): string {
  if (isOnlyWatched(source)) return 'it counts as never accepted'
  return resends === 0 ? 'it is sent again' : 'your decision is needed'
}

const calm = (source: RefreshSource): string =>
  isOnlyWatched(source)
    ? 'The desk never sends it again: that is for the script to decide.'
    : 'Nobody needs to do anything.'

function nextWords(nextSearchAt: string | null, now: Date): string | null {
  if (!nextSearchAt) return null
  const seconds = Math.ceil((Date.parse(nextSearchAt) - now.getTime()) / 1000)
  return seconds > 0 ? `next in ${formatDuration(seconds)}` : 'next now'
}

function deadlineText(decideAt: string, then: string, now: Date): string {
  if (Date.parse(decideAt) <= now.getTime()) return `If the next complete list does not show it, ${then}.`
  return `If it is not there by ${formatClock(decideAt)}, ${then}.`
}
