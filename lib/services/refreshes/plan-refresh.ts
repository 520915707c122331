import 'server-only'
import { findSignatureLife } from '../../db/signatures/signature-history.ts'
import { sendsNow } from '../../domain/refreshes/forecast/plan-timetable.ts'
import type { PlanRefresh, RefreshPlan } from '../../domain/refreshes/submission-schema.ts'
import { describeSignature } from '../../signatures/describe-signature.ts'
import { bind } from '../../signatures/signature-binding.ts'
import { findUsableSignature } from '../../signatures/signatures.ts'
import { countSelection } from '../assets/count-selection.ts'
import { readCollection } from '../collections/read-collection.ts'
import type { ServiceContext } from '../context.ts'
import { readForecast } from './forecast/forecast.ts'

/** What submitting these tokens would cost, and whether the owner must sign first. Spends nothing. */
export async function planRefresh(ctx: ServiceContext, input: PlanRefresh): Promise<RefreshPlan> {
  const { network, collection: address, selection } = input
  const stored = await readCollection(ctx, { network, address })
  const { refreshing, ...count } = await countSelection(ctx, stored, selection)
  const tokens = Math.max(0, count.tokens - (input.leaveOutRefreshing ? refreshing : 0))
  const { tokensPerRequest: batchSize } = ctx.networks.get(network).limits
  const { ownerAddress } = stored.collection
  // Opening it tells whether it can still be used; describing alone does not.
  if (ownerAddress) await findUsableSignature(ctx, { network, ownerAddress }, 'start')
  const unsent = sizesOf(tokens, batchSize)
  const { quota, timetable } = await readForecast(ctx, stored, {
    refreshId: null,
    refreshNumber: Number.MAX_SAFE_INTEGER,
    unsent,
    running: [],
    sizes: [],
    unknownUntil: null,
    isStopped: false,
  })
  return {
    tokens,
    isAtLeast: count.isAtLeast,
    refreshing,
    batchSize,
    requests: unsent.length,
    quota,
    sendsNow: sendsNow(timetable.sends, quota.resetsAt),
    // More may come than was counted so far.
    timetable: count.isAtLeast ? { ...timetable, finish: null } : timetable,
    signatureSeconds: ownerAddress
      ? await findSignatureLife(ctx.db, bind(ctx, { network, ownerAddress }))
      : null,
    signature: await describeSignature(ctx, { network, ownerAddress }, 'start'),
  }
}

function sizesOf(tokens: number, batchSize: number): number[] {
  const requests = Math.ceil(tokens / batchSize)
  return Array.from({ length: requests }, (_, at) => Math.min(batchSize, tokens - at * batchSize))
}
