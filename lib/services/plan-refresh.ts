import 'server-only'
import { describeGrant, findUsableGrant } from '../auth/grants.ts'
import { countUnaccounted } from '../db/attempts.ts'
import { listPlanned } from '../db/batch-work.ts'
import { projectOf } from '../db/projects.ts'
import { findQuota, toQuota } from '../db/quotas.ts'
import { planRequests } from '../refresh/plan-requests.ts'
import type { PlanRefresh, RefreshPlan } from '../refresh/submission.ts'
import type { ServiceContext } from './context.ts'
import { readCollection } from './read-collection.ts'

/** What submitting that many tokens would cost, and whether the owner must sign first. Spends nothing. */
export async function planRefresh(ctx: ServiceContext, input: PlanRefresh): Promise<RefreshPlan> {
  const { network, collection: address, selection } = input
  const tokens = 'ids' in selection ? selection.ids.length : 0
  const { collection } = await readCollection(ctx, { network, address })
  const project = projectOf(collection)
  const now = ctx.now()
  const quota = await findQuota(ctx.db, project)
  const unaccounted = quota ? await countUnaccounted(ctx.db, project, quota.seenAt) : 0
  const reserved = unaccounted + (await listPlanned(ctx.db, project)).length
  const { batchSize } = ctx.networks.get(network)
  const { ownerAddress } = collection
  // Opening it tells whether it can still be used; describing alone does not.
  if (ownerAddress) await findUsableGrant(ctx, { network, ownerAddress })
  return {
    tokens,
    batchSize,
    ...planRequests({ tokens, batchSize, quota, reserved, now }),
    quota: toQuota(quota, now),
    isAtLeast: false,
    timetable: { sends: [], finish: null },
    refreshing: 0,
    signatureSeconds: null,
    grant: await describeGrant(ctx, { network, ownerAddress }),
  }
}
