import type { ActivityFact, DataOf } from '@/lib/domain/refreshes/activity/activity-schema.ts'
import { formatCount, partOf, plural } from '@/lib/format/count.ts'
import { formatClock } from '@/lib/format/time.ts'

const until = (time: string | null, zone: string | undefined) =>
  time === null ? '' : ` until ${formatClock(time, zone)}`
const batch = ({ batch: position }: { batch: number }) => `Batch ${position}`
const tally = ({ succeeded, failed, unknown }: DataOf<'finished'>) =>
  `${formatCount(succeeded)} succeeded, ${formatCount(failed)} failed${unknown > 0 ? `, ${formatCount(unknown)} unknown` : ''}`

/** One sentence per event. The caller puts the member's name in front of what a member did. */
export function activityText({ kind, data }: ActivityFact, zone?: string): string {
  switch (kind) {
    case 'submitted':
      return submittedText(data)
    case 'retried':
      return `retried ${plural(data.tokens, 'token')}`
    case 'batch_accepted':
      return `${batch(data)} was accepted`
    case 'batch_rejected':
      return `${batch(data)} was rejected by the network`
    case 'batch_lost':
      return `${batch(data)}: the answer was lost`
    case 'batch_finished':
      return `${batch(data)} finished: ${tally(data)}`
    case 'waiting_quota':
      return `${plural(data.batches, 'batch waits', 'batches wait')} for the quota${until(data.until, zone)}`
    case 'waiting_authority':
      return 'The network needs a new signature from the owner'
    case 'backoff':
      return `The network didn’t accept ${batch(data).toLowerCase()}; it will be retried`
    case 'resumed':
      return 'signed again to continue'
    case 'finished':
      return `Finished: ${tally(data)}`
    case 'expanded':
      return expandedText(data)
    case 'paused':
      return 'paused sending'
    case 'held':
      return `Held: ${partOf(data.failed, data.tokens, 'token')} of ${batch(data).toLowerCase()} failed`
    case 'unpaused':
      return 'resumed sending'
    case 'cancelled':
      return cancelledText(data)
    case 'batch_found':
      return `${batch(data)} was found in the network’s list`
    case 'batch_sent_again':
      return `${batch(data)} is sent again: it never appeared in the network’s list`
    case 'batch_needs_person':
      return `${batch(data)}: the outcome is unknown and needs a decision`
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
    ? `Adding tokens stopped after ${known}: ${reason}`
    : `All tokens added: ${known}${unreadable}`
}

function submittedText({ tokens, token }: DataOf<'submitted'>): string {
  if (tokens === undefined) return 'submitted all tokens that match a query'
  const by = token ? ` with a script, using the token “${token}”` : ''
  return `submitted ${plural(tokens, 'token')}${by}`
}

function refusedAgainText({ times, httpStatus }: DataOf<'refused_again'>): string {
  const often = times === 1 ? 'once more' : `${formatCount(times)} more times`
  return `The script sent the same request ${often} and was rejected again${httpStatus ? ` (${httpStatus})` : ''}`
}

function cancelledText({ batches, tokens, running }: DataOf<'cancelled'>): string {
  const what =
    batches === 0
      ? 'cancelled the rest'
      : `cancelled ${plural(batches, 'unsent batch', 'unsent batches')} (${plural(tokens, 'token')})`
  return running === 0 ? what : `${what}; ${formatCount(running)} already sent can’t be stopped`
}

function decidedText(data: DataOf<'batch_decided'>): string {
  const name = batch(data).toLowerCase()
  if (data.choice === 'match') return `matched ${name} to a request in the network’s list`
  if (data.choice === 'send_again') return `sent ${name} again`
  if (data.choice === 'give_up') return `marked ${name} as failed`
  return `decided on ${name}`
}
