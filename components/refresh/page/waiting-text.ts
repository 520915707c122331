import type { Batch } from '@/lib/domain/batches/batch-schema.ts'
import { isBatchOver, isUnsent } from '@/lib/domain/batches/state.ts'
import type { RefreshDetail, RefreshSource } from '@/lib/domain/refreshes/model-schema.ts'
import { isOnlyWatched } from '@/lib/domain/refreshes/source.ts'
import { formatCount, partOf, plural } from '@/lib/format/count.ts'
import { formatClock } from '@/lib/format/time.ts'

type Waiting = Pick<RefreshDetail, 'batches' | 'pause' | 'expanding' | 'source'>

const countOf = (batches: Batch[], test: (batch: Batch) => boolean) => batches.filter(test).length
const waits = (count: number) => `${formatCount(count)} ${count === 1 ? 'waits' : 'wait'}`

/** The sentence beside the figure: what is done, and what the rest is waiting for. */
export function waitingText({ batches, pause, expanding, source }: Waiting, zone?: string): string {
  if (!expanding && batches.every(({ state }) => isBatchOver(state))) return overText(batches, source)
  const planned = batches.filter(({ state }) => isUnsent(state))
  const cancelled = countOf(batches, ({ state }) => state === 'cancelled')
  const sent = batches.length - planned.length - cancelled
  const signature = countOf(batches, ({ wait, state }) => wait === 'authority' && !isBatchOver(state))
  const unknown = countOf(batches, ({ state }) => state === 'lost')
  const parts = [
    `${partOf(sent, batches.length, 'batch', 'batches')} sent`,
    cancelled > 0 && `${formatCount(cancelled)} cancelled`,
    ...(pause
      ? [planned.length > 0 && `${waits(planned.length)} until someone resumes it`]
      : unsentText(planned, zone)),
    signature > 0 &&
      (isOnlyWatched(source)
        ? 'reading its progress needs a signature'
        : `${waits(signature)} for a signature`),
    unknown > 0 && `the outcome of ${plural(unknown, 'batch', 'batches')} is unknown`,
    expanding && 'tokens are still being added',
  ]
  return `${parts.filter(Boolean).join('; ')}.`
}

function unsentText(planned: Batch[], zone: string | undefined): (string | false)[] {
  const quota = planned.filter(({ wait }) => wait === 'quota')
  const until = quota[0]?.notBefore
  const backoff = countOf(planned, ({ wait }) => wait === 'backoff')
  const turn = countOf(planned, ({ wait }) => wait === 'turn')
  return [
    quota.length > 0 &&
      `${waits(quota.length)} for the quota${until ? ` until ${formatClock(until, zone)}` : ''}`,
    backoff > 0 &&
      `${formatCount(backoff)} will be retried because the network didn’t accept ${backoff === 1 ? 'it' : 'them'}`,
    turn > 0 && `${waits(turn)} for the search for a lost request`,
  ]
}

function unreported(batches: Batch[]): string {
  const unknown = batches.reduce((sum, { progress }) => sum + progress.unknown, 0)
  return unknown > 0 ? `; the network doesn’t report the outcome of ${plural(unknown, 'token')}` : ''
}

function overText(batches: Batch[], source: RefreshSource): string {
  const count = batches.length
  if (count === 0) return 'No tokens were added, so nothing was sent.'
  const cancelled = countOf(batches, ({ state }) => state === 'cancelled')
  if (cancelled === count && isOnlyWatched(source)) return 'The request was never sent.'
  if (cancelled === count) return 'It was cancelled before anything was sent.'
  if (cancelled > 0)
    return `${partOf(cancelled, count, 'batch', 'batches')} ${cancelled === 1 ? 'was' : 'were'} cancelled; the rest is finished.`
  const refused = countOf(batches, ({ state }) => state === 'rejected')
  if (refused === 0)
    return `${count === 1 ? 'The only batch is' : `All ${formatCount(count)} batches are`} finished${unreported(batches)}.`
  if (refused < count)
    return `The network didn’t accept ${formatCount(refused)} of ${formatCount(count)} requests; the other batches are finished.`
  return refused === 1
    ? 'The network didn’t accept the request.'
    : `The network accepted none of the ${formatCount(refused)} requests.`
}
