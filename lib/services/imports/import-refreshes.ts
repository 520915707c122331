import 'server-only'
import { isRetryable } from '../../core/app-error.ts'
import { changeImport, findRunningImport, type RunningImport } from '../../db/imports/refresh-imports.ts'
import { UpstreamError } from '../../networks/http/upstream-error.ts'
import { authorityOf, endIdle, findPermit } from '../authority/authorities.ts'
import type { Permit } from '../authority/authority.ts'
import type { WorkContext } from '../context.ts'
import { type LongReading, startReading } from '../networks/long-reading.ts'
import { toAppError } from '../networks/upstream-errors.ts'
import { importPage } from './import-page.ts'

const TRY_AGAIN_MS = 30_000
/** Well below the time after which the queue takes a job for dead. */
const LONGEST_MS = 20_000

const NO_SIGNATURE =
  'The owner’s signature has ended. What was imported is kept. Sign and import again for the rest.'

/** Takes an import some refreshes further; returns when to go on, null when it has ended. */
export async function importRefreshes(
  work: WorkContext,
  collectionId: string,
  { signal, maxMs = LONGEST_MS }: { signal?: AbortSignal; maxMs?: number } = {},
): Promise<Date | null> {
  let reading: LongReading | null = null
  for (;;) {
    const run = await findRunningImport(work.db, collectionId)
    if (!run) return null
    const now = work.now()
    if (run.nextStepAt && run.nextStepAt > now) return run.nextStepAt
    reading ??= startReading(work, run.network, { maxMs, signal })
    if ((await importNextPage(work, run, reading)) === 'ended') {
      await endIdle(work, run)
      return null
    }
    if (reading.isOver()) return new Date(now.getTime() + reading.intervalMs)
    await reading.rest()
  }
}

async function importNextPage(
  work: WorkContext,
  run: RunningImport,
  reading: LongReading,
): Promise<'goes_on' | 'ended'> {
  const { history } = work.networks.get(run.network).provider.refresher
  if (!history) return stop(work, run, 'This network keeps no list of refreshes.')
  const permit = await findPermit(work, run)
  if (!permit) return stop(work, run, NO_SIGNATURE)
  try {
    return await importPage(work, run, { list: history, permit }, reading)
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error
    // Some of the page may have been stored before.
    const current = await findRunningImport(work.db, run.collectionId)
    return current ? afterError(work, current, permit, error) : 'ended'
  }
}

/** What may pass is waited for; a refusal ends the signature, any other one the import. */
async function afterError(
  work: WorkContext,
  run: RunningImport,
  permit: Permit,
  error: UpstreamError,
): Promise<'goes_on' | 'ended'> {
  const now = work.now()
  const { name } = work.networks.get(run.network)
  if (error.httpStatus === 401 || error.httpStatus === 403) {
    await authorityOf(work, run).end(work, work.db, permit)
    if (await findPermit(work, run)) return 'goes_on'
    const stays = 'What was imported is kept. Sign and import again for the rest.'
    return stop(work, run, `${name} refused the owner’s signature. ${stays}`)
  }
  const problem = toAppError(error, name, `${name} does not list refreshes of this collection.`)
  if (!isRetryable(problem)) return stop(work, run, problem.message)
  const waitMs = Math.max(TRY_AGAIN_MS, (error.retryAfterSeconds ?? 0) * 1_000)
  const says = problem.code === 'rate_limited' ? 'is rate limiting requests' : 'does not answer'
  const change = { error: `${name} ${says}.`, nextStepAt: new Date(now.getTime() + waitMs) }
  await changeImport(work.db, run, change)
  return 'goes_on'
}

async function stop(work: WorkContext, run: RunningImport, error: string): Promise<'ended'> {
  await changeImport(work.db, run, { state: 'stopped', error, nextStepAt: null })
  return 'ended'
}
