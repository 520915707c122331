import type { Batch } from '@/lib/domain/batches/batch-schema.ts'
import { isUnsent } from '@/lib/domain/batches/state.ts'
import type { RefreshSource } from '@/lib/domain/refreshes/model-schema.ts'
import { isOnlyWatched } from '@/lib/domain/refreshes/source.ts'
import { plural } from '@/lib/format/count.ts'
import { formatClock, formatClockSeconds, formatDuration } from '@/lib/format/time.ts'

type Lost = Pick<Batch, 'search' | 'sentAt' | 'resends' | 'wait'>

type Seen = { source: RefreshSource; now: Date; batches: readonly Batch[]; zone?: string }

/** The search for a request whose answer was lost: searches so far, the next one, and the deadline. */
export function searchText(
  { search, sentAt, resends, wait }: Lost,
  { source, now, batches, zone }: Seen,
): string {
  const when = sentAt ? ` at ${formatClockSeconds(sentAt, zone)}` : ''
  const lost = `The answer to this request was lost${when}.`
  if (!search) return lost
  if (search.needsPerson) return `${lost} ${findings(search, source)} Your decision is needed.`
  if (wait === 'authority') return `${lost} Searching for it needs the owner’s signature.`
  const searches = [
    `${plural(search.searches, 'search', 'searches')} so far`,
    nextWords(search.nextSearchAt, now),
  ]
    .filter(Boolean)
    .join(', ')
  return `${lost} The desk is searching for it in the network’s list (${searches}). ${deadlineText(search.decideAt, nextStep(source, resends), { now, zone })} ${reassurance(source, batches)}`
}

/** What the other batches of the refresh do while one is lost; null when none is unsent. `until` is what may hold them up. */
export function othersText(batches: readonly Pick<Batch, 'state' | 'wait'>[], until: string): string | null {
  const unsent = batches.filter(({ state }) => isUnsent(state))
  if (unsent.some(({ wait }) => wait === 'turn')) return `Other batches wait ${until}.`
  return unsent.length > 0 ? 'The other batches don’t wait for it.' : null
}

type Found = { candidates: { length: number }; isComplete: boolean }

/** What the network’s list shows for a batch that needs a decision. */
export function findings({ candidates, isComplete }: Found, source: RefreshSource): string {
  if (candidates.length > 0) {
    const listed = `The network lists ${plural(candidates.length, 'refresh', 'refreshes')} that could be this one.`
    // Were nothing else lost, the only one would have been taken for it.
    if (isComplete && candidates.length === 1)
      return 'The network lists 1 refresh that could be this one or another lost request of the same size.'
    return isComplete ? listed : `${listed} The list couldn’t be read in full, so there may be others.`
  }
  if (!isComplete)
    return 'The network’s list couldn’t be read in full, so the request may or may not be in it.'
  return isOnlyWatched(source)
    ? 'The network’s list shows no matching request.'
    : 'It was sent a second time, and the network’s list shows neither request.'
}

/** What happens if the request does not appear in time. */
function nextStep(source: RefreshSource, resends: number): string {
  if (isOnlyWatched(source)) return 'it counts as never accepted'
  return resends === 0 ? 'it will be sent again' : 'your decision is needed'
}

function reassurance(source: RefreshSource, batches: readonly Batch[]): string {
  if (isOnlyWatched(source)) return 'Only the script can send it again.'
  const others = othersText(batches, 'for the search')
  return others ? `${others} No action is needed.` : 'No action is needed.'
}

function nextWords(nextSearchAt: string | null, now: Date): string | null {
  if (!nextSearchAt) return null
  const seconds = Math.ceil((Date.parse(nextSearchAt) - now.getTime()) / 1000)
  return seconds > 0 ? `next in ${formatDuration(seconds)}` : 'next now'
}

type Clock = { now: Date; zone: string | undefined }

function deadlineText(decideAt: string, then: string, { now, zone }: Clock): string {
  if (Date.parse(decideAt) <= now.getTime()) return `If it isn’t in the next complete list, ${then}.`
  return `If it isn’t there by ${formatClock(decideAt, zone)}, ${then}.`
}
