import 'server-only'
import { AppError } from '../../core/app-error.ts'
import { listBatches } from '../../db/batches/batches.ts'
import { findCollection } from '../../db/collections/collections.ts'
import { listActivities } from '../../db/refreshes/activities.ts'
import { findRefresh, listRetries } from '../../db/refreshes/refreshes.ts'
import { listCauses } from '../../db/tokens/failures.ts'
import { isFinished } from '../../domain/batches/state.ts'
import type { RefreshDetail, RefreshSummary } from '../../domain/refreshes/model-schema.ts'
import { parseRefreshKey } from '../../domain/refreshes/refresh-key.ts'
import { isOnlyWatched } from '../../domain/refreshes/source.ts'
import type { SignatureState } from '../../domain/signatures/signature-state-schema.ts'
import { describeRefreshSignature, noSignature } from '../../signatures/describe-signature.ts'
import type { WorkContext } from '../context.ts'
import { readForecast } from './forecast/forecast.ts'
import { remainingCourse } from './forecast/remaining-course.ts'

const ACTIVITIES_SHOWN = 100

/** By id, or by number as people write it: R-0142. */
export async function getSummary(work: WorkContext, key: string): Promise<RefreshSummary> {
  const parsed = parseRefreshKey(key)
  const refresh = parsed && (await findRefresh(work.db, parsed))
  if (!refresh) throw new AppError('not_found', 'This refresh does not exist.')
  return refresh
}

/** The same for every member, so that one reading serves all who watch. */
export async function getRefresh(work: WorkContext, key: string): Promise<RefreshDetail> {
  const summary = await getSummary(work, key)
  const { id, collection } = summary
  const batches = await listBatches(work.db, id)
  const stored = await findCollection(work.db, collection)
  if (!stored) throw new AppError('not_found', 'This refresh does not exist.')
  return {
    ...summary,
    batches,
    causes: summary.causeCount > 0 ? await listCauses(work.db, id) : [],
    activity: await listActivities(work.db, id, ACTIVITIES_SHOWN),
    ...(await readForecast(work, stored, remainingCourse(summary, batches))),
    signature: await readSignature(work, summary),
    retries: await listRetries(work.db, id),
    now: work.now().toISOString(),
  }
}

/** A network that is no longer switched on has no signatures to describe; its history stays readable. */
async function readSignature(work: WorkContext, refresh: RefreshSummary): Promise<SignatureState> {
  const { id, state, collection, source } = refresh
  if (!work.networks.find(collection.network)) return noSignature(collection.ownerAddress)
  const purpose = isOnlyWatched(source) ? 'watch' : 'send'
  return describeRefreshSignature(work, { id, isFinished: isFinished(state) }, collection, purpose)
}
