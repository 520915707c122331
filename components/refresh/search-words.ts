import { plural } from '@/lib/format/count.ts'
import { formatClock, formatClockSeconds, formatDuration } from '@/lib/format/time.ts'
import type { Batch } from '@/lib/refresh/batch.ts'

type Lost = Pick<Batch, 'search' | 'sentAt' | 'resends' | 'wait'>

/** What is being done about a request whose answer was lost: the looks taken, the next, and when it is decided. */
export function searchWords({ search, sentAt, resends, wait }: Lost, now: Date): string {
  const when = sentAt ? ` at ${formatClockSeconds(sentAt)}` : ''
  const lost = `The answer to this request was lost${when}.`
  if (!search) return lost
  if (search.needsPerson) return `${lost} ${findings(search.candidates.length)} A person decides.`
  if (wait === 'signature') return `${lost} The desk needs the owner’s signature to look for it.`
  const looks = [plural(search.looks, 'look'), nextWords(search.nextLookAt, now)].filter(Boolean).join(', ')
  return `${lost} The desk looks for it in the network’s list (${looks}). ${deadlineWords(search.decideAt, resends, now)} Nobody needs to do anything.`
}

/** What the network’s list says about a batch of which a person must decide. */
export const findings = (candidates: number): string =>
  candidates === 0
    ? 'It was sent a second time, and the network shows neither.'
    : `The network lists ${plural(candidates, 'refresh', 'refreshes')} that may be this one.`

function nextWords(nextLookAt: string | null, now: Date): string | null {
  if (!nextLookAt) return null
  const seconds = Math.ceil((Date.parse(nextLookAt) - now.getTime()) / 1000)
  return seconds > 0 ? `next in ${formatDuration(seconds)}` : 'next now'
}

function deadlineWords(decideAt: string | null, resends: number, now: Date): string {
  const then = resends === 0 ? 'it is sent again' : 'a person decides'
  if (!decideAt) return ''
  if (Date.parse(decideAt) <= now.getTime()) return `If the next complete list does not show it, ${then}.`
  return `If it is not there by ${formatClock(decideAt)}, ${then}.`
}
