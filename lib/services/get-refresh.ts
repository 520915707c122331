import 'server-only'
import { describeGrant } from '../auth/grants.ts'
import { listActivities } from '../db/activities.ts'
import { listBatches } from '../db/batches.ts'
import { findCollection } from '../db/collections.ts'
import { listCauses } from '../db/failures.ts'
import { projectOf } from '../db/projects.ts'
import { findQuota, toQuota } from '../db/quotas.ts'
import { findRefresh, listRetries } from '../db/refreshes.ts'
import { AppError } from '../errors/app-error.ts'
import type { GrantState } from '../refresh/grant-state.ts'
import type { RefreshDetail, RefreshSummary } from '../refresh/model.ts'
import type { Quota } from '../refresh/quota.ts'
import { parseRefreshKey } from '../refresh/refresh-key.ts'
import type { WorkContext } from './context.ts'

const ACTIVITIES_SHOWN = 100

/** By id, or by number as people write it: R-0142. */
export async function getSummary(work: WorkContext, key: string): Promise<RefreshSummary> {
  const parsed = parseRefreshKey(key)
  const refresh = parsed && (await findRefresh(work.db, parsed))
  if (!refresh) throw new AppError('not_found', 'There is no such refresh.')
  return refresh
}

/** The same for every member, so that one reading serves all who watch. */
export async function getRefresh(work: WorkContext, key: string): Promise<RefreshDetail> {
  const summary = await getSummary(work, key)
  const { id } = summary
  return {
    ...summary,
    batches: await listBatches(work.db, id),
    causes: summary.causeCount > 0 ? await listCauses(work.db, id) : [],
    activity: await listActivities(work.db, id, ACTIVITIES_SHOWN),
    quota: await readQuota(work, summary),
    quotaUse: null,
    timetable: { sends: [], finish: null },
    grant: await readGrant(work, summary),
    retries: await listRetries(work.db, id),
    now: work.now().toISOString(),
  }
}

async function readQuota(work: WorkContext, { collection }: RefreshSummary): Promise<Quota> {
  const stored = await findCollection(work.db, collection)
  return toQuota(stored && (await findQuota(work.db, projectOf(stored.collection))), work.now())
}

/** A network that is no longer switched on has no grants to describe; its history stays readable. */
async function readGrant(work: WorkContext, { collection }: RefreshSummary): Promise<GrantState> {
  const { network, ownerAddress } = collection
  if (work.networks.list().some(({ slug }) => slug === network)) {
    return describeGrant(work, { network, ownerAddress })
  }
  return { ownerAddress, ownerName: null, state: 'none', signedAt: null, endedAt: null }
}
