import 'server-only'
import { countSpent, countUnaccounted } from '../../../db/batches/attempts.ts'
import { listUnleased } from '../../../db/batches/batch-work.ts'
import { listThroughputs } from '../../../db/batches/throughput.ts'
import type { StoredCollection } from '../../../db/collections/collections.ts'
import { findQuota, toQuota } from '../../../db/networks/quotas.ts'
import type { Quota, QuotaUse } from '../../../domain/networks/quota-schema.ts'
import { countAhead, planTimetable, throughputOf } from '../../../domain/refreshes/forecast/plan-timetable.ts'
import type { Timetable } from '../../../domain/refreshes/forecast/timetable-schema.ts'
import type { WorkContext } from '../../context.ts'

const HOUR_MS = 3_600_000

type Course = {
  /** Null for a refresh that is not submitted yet. */
  refreshId: string | null
  refreshNumber: number
  /** Tokens of each batch that is to be sent. */
  unsent: readonly number[]
  /** Tokens that each batch at the network has not settled, and how large these batches are. */
  running: readonly number[]
  sizes: readonly number[]
  /** When the search for a lost request decides; null when there is none. */
  unknownUntil: Date | null
  isStopped: boolean
}

type Forecast = { quota: Quota; quotaUse: QuotaUse | null; timetable: Timetable }

/** What the project may send, who spent it, and when this refresh can be sent and may have settled. */
export async function readForecast(
  work: WorkContext,
  { id: collectionId, collection, project }: StoredCollection,
  course: Course,
): Promise<Forecast> {
  const now = work.now()
  const known = await findQuota(work.db, project)
  const unaccounted = known ? await countUnaccounted(work.db, project, known.seenAt) : 0
  const isMoving = course.unsent.length + course.running.length > 0
  const largest = Math.max(0, ...course.unsent, ...course.sizes)
  const planned = course.unsent.length > 0 ? await listUnleased(work.db, project) : []
  const timetable = planTimetable({
    ...course,
    now,
    quota: known,
    unaccounted,
    ahead: countAhead(planned, { ...course, unsent: course.unsent.length }),
    throughput: isMoving ? throughputOf(await listThroughputs(work.db, collectionId), largest) : null,
    spacingMs: spacingOf(work, collection.network),
  })
  const quota = toQuota(known, unaccounted, now)
  if (!known || quota.remaining === null) return { quota, quotaUse: null, timetable }
  const since = new Date(known.resetsAt.getTime() - HOUR_MS)
  const all = await countSpent(work.db, project, since, null)
  const here = course.refreshId ? await countSpent(work.db, project, since, course.refreshId) : 0
  const elsewhere = Math.max(0, known.limit - known.remaining - all)
  return { quota, quotaUse: { here, others: all - here, elsewhere }, timetable }
}

/** History of a network that is no longer switched on has no rate. */
function spacingOf(work: WorkContext, slug: string): number {
  const rate = work.networks.find(slug)?.requestsPerSecond ?? 0
  return rate > 0 ? 1_000 / rate : 0
}
