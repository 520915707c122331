import { formatCount, plural } from '@/lib/format/count.ts'
import { formatClock } from '@/lib/format/time.ts'
import type { Activity } from '@/lib/refresh/model.ts'

const number = (value: unknown) => formatCount(Number(value ?? 0))
const until = (value: unknown) => (typeof value === 'string' ? ` until ${formatClock(value)}` : '')
const batch = ({ batch: position, position: other }: Activity['data']) =>
  `Batch ${position ?? other ?? ''}`.trim()

/** One sentence for each thing that happened. `who` goes before it where somebody did it. */
export function activityWords({ kind, data }: Activity): string {
  switch (kind) {
    case 'submitted':
      return submittedWords(data)
    case 'retried':
      return `retried ${plural(Number(data.tokens ?? 0), 'token')}`
    case 'signed':
      return 'signed'
    case 'batch_accepted':
      return `${batch(data)} was accepted`
    case 'batch_rejected':
      return `${batch(data)} was refused by the network`
    case 'batch_unknown':
      return `${batch(data)}: the answer was lost`
    case 'batch_completed':
      return `${batch(data)} completed: ${number(data.succeeded)} succeeded, ${number(data.failed)} failed`
    case 'waiting_quota':
      return `${plural(Number(data.batches ?? 1), 'batch waits', 'batches wait')} for the quota${until(data.until)}`
    case 'waiting_signature':
      return 'The network wants a new signature of the owner'
    case 'backoff':
      return `The network did not take ${batch(data).toLowerCase()}; the desk tries again`
    case 'resumed':
      return 'went on with a new signature'
    case 'settled':
      return `Settled: ${number(data.succeeded)} succeeded, ${number(data.failed)} failed`
    case 'collected':
      return data.reason
        ? `Collecting ended after ${plural(Number(data.tokens ?? 0), 'token')}: ${data.reason}`
        : `All tokens are collected: ${plural(Number(data.tokens ?? 0), 'token')}`
    case 'paused':
      return 'paused the sending'
    case 'held':
      return `Held: ${number(data.failed)} of ${number(data.tokens)} tokens of ${batch(data).toLowerCase()} failed`
    case 'unpaused':
      return 'let the sending go on'
    case 'cancelled':
      return cancelledWords(data)
    case 'batch_found':
      return `${batch(data)} was found in the network’s list`
    case 'batch_sent_again':
      return `${batch(data)} is sent again: the network never showed it`
    case 'batch_needs_person':
      return `${batch(data)}: a person must decide what became of it`
    case 'batch_decided':
      return decidedWords(data)
    case 'note_changed':
      return 'changed the note'
    case 'imported':
      return 'imported it from the network’s list'
    case 'refused_again':
      return refusedAgainWords(data)
    case 'batch_absent':
      return `${batch(data)} is not in the network’s list, so it counts as never accepted`
  }
}

function submittedWords({ tokens, token }: Activity['data']): string {
  if (tokens === undefined) return 'submitted a query, whose tokens are collected now'
  const by = typeof token === 'string' ? ` by a script, with the token “${token}”` : ''
  return `submitted ${plural(Number(tokens), 'token')}${by}`
}

function refusedAgainWords({ times, httpStatus }: Activity['data']): string {
  const count = Number(times ?? 1)
  const often = count === 1 ? 'once more' : `${formatCount(count)} more times`
  return `The script sent the same request ${often} and was refused again${httpStatus ? ` (${httpStatus})` : ''}`
}

function cancelledWords({ batches, tokens, running }: Activity['data']): string {
  const count = Number(batches ?? 0)
  const what =
    count === 0
      ? 'cancelled the rest'
      : `cancelled ${plural(count, 'unsent batch', 'unsent batches')} (${plural(Number(tokens ?? 0), 'token')})`
  return Number(running ?? 0) === 0 ? what : `${what}; ${number(running)} already sent could not be stopped`
}

function decidedWords(data: Activity['data']): string {
  const name = batch(data).toLowerCase()
  if (data.choice === 'claim') return `chose which request is ${name}`
  if (data.choice === 'send_again') return `let ${name} be sent again`
  if (data.choice === 'give_up') return `gave ${name} up`
  return `decided about ${name}`
}
