import type { ActivityFact, DataOf } from '@/lib/domain/refreshes/activity.ts'
import { formatCount, partOf, plural } from '@/lib/format/count.ts'
import { formatClock } from '@/lib/format/time.ts'

const until = (time: string | null) => (time === null ? '' : ` until ${formatClock(time)}`)
const batch = ({ batch: position }: { batch: number }) => `Batch ${position}`
const tally = ({ succeeded, failed, unknown }: DataOf<'finished'>) =>
  `${formatCount(succeeded)} succeeded, ${formatCount(failed)} failed${unknown > 0 ? `, ${formatCount(unknown)} unknown` : ''}`

/** One sentence for each thing that happened. `who` goes before it where somebody did it. */
export function activityText({ kind, data }: ActivityFact): string {
  switch (kind) {
    case 'submitted':
      return submittedText(data)
    case 'retried':
      return `retried ${plural(data.tokens, 'token')}`
    case 'batch_accepted':
      return `${batch(data)} was accepted`
    case 'batch_rejected':
      return `${batch(data)} was refused by the network`
    case 'batch_lost':
      return `${batch(data)}: the answer was lost`
    case 'batch_finished':
      return `${batch(data)} completed: ${tally(data)}`
    case 'waiting_quota':
      return `${plural(data.batches, 'batch waits', 'batches wait')} for the quota${until(data.until)}`
    case 'waiting_authority':
      return 'The network wants a new signature of the owner'
    case 'backoff':
      return `The network did not take ${batch(data).toLowerCase()}; the desk tries again`
    case 'resumed':
      return 'went on with a new signature'
    case 'finished':
      return `Settled: ${tally(data)}`
    case 'expanded':
      return expandedText(data)
    case 'paused':
      return 'paused the sending'
    case 'held':
      return `Held: ${partOf(data.failed, data.tokens, 'token')} of ${batch(data).toLowerCase()} failed`
    case 'unpaused':
      return 'let the sending go on'
    case 'cancelled':
      return cancelledText(data)
    case 'batch_found':
      return `${batch(data)} was found in the network’s list`
    case 'batch_sent_again':
      return `${batch(data)} is sent again: the network never showed it`
    case 'batch_needs_person':
      return `${batch(data)}: a person must decide what became of it`
    case 'batch_decided':
      return decidedText(data)
    case 'note_changed':
      return 'changed the note'
    case 'imported':
      return 'imported it from the network’s list'
    case 'refused_again':
      return refusedAgainText(data)
    case 'batch_absent':
      return `${batch(data)} is not in the network’s list, so it counts as never accepted`
  }
}

function expandedText({ reason, tokens, leftOut }: DataOf<'expanded'>): string {
  const known = plural(tokens, 'token')
  const unreadable =
    leftOut === 0 ? '' : `; ${formatCount(leftOut)} more in the network’s list could not be read`
  return reason
    ? `Expanding ended after ${known}: ${reason}`
    : `All tokens are collected: ${known}${unreadable}`
}

function submittedText({ tokens, token }: DataOf<'submitted'>): string {
  if (tokens === undefined) return 'submitted all tokens that match a query'
  const by = token ? ` by a script, with the token “${token}”` : ''
  return `submitted ${plural(tokens, 'token')}${by}`
}

function refusedAgainText({ times, httpStatus }: DataOf<'refused_again'>): string {
  const often = times === 1 ? 'once more' : `${formatCount(times)} more times`
  return `The script sent the same request ${often} and was refused again${httpStatus ? ` (${httpStatus})` : ''}`
}

function cancelledText({ batches, tokens, running }: DataOf<'cancelled'>): string {
  const what =
    batches === 0
      ? 'cancelled the rest'
      : `cancelled ${plural(batches, 'unsent batch', 'unsent batches')} (${plural(tokens, 'token')})`
  return running === 0 ? what : `${what}; ${formatCount(running)} already sent could not be stopped`
}

function decidedText(data: DataOf<'batch_decided'>): string {
  const name = batch(data).toLowerCase()
  if (data.choice === 'claim') return `chose which request is ${name}`
  if (data.choice === 'send_again') return `let ${name} be sent again`
  if (data.choice === 'give_up') return `gave ${name} up`
  return `decided about ${name}`
}
