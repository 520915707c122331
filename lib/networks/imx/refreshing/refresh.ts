import { z } from 'zod'
import { Address } from '../../../domain/networks/address.ts'
import { LenientId, LenientTime, lenientText } from '../lenient.ts'

/** A refresh in the network's own list. `status` is any text: the three documented ones and whatever comes. */
export type ListedRefresh = {
  /** Null when it can neither be kept nor asked for: that it is there is all that is known. */
  upstreamId: string | null
  status: string
  collection: Address | null
  startedAt: string | null
  completedAt: string | null
}

const LONGEST_STATUS = 100

export const vendorFields = {
  refresh_id: LenientId,
  status: lenientText(LONGEST_STATUS),
  collection_address: Address.nullish().catch(null),
  started_at: LenientTime,
  completed_at: LenientTime,
}

const Refresh = z.object(vendorFields)

/** Anything in a list of refreshes is one. Left out, it could be taken for absent. */
export const ImxRefresh = z
  .union([Refresh, z.unknown().transform(() => Refresh.parse({}))])
  .transform(toListedRefresh)

export function toListedRefresh(refresh: z.output<typeof Refresh>): ListedRefresh {
  return {
    upstreamId: refresh.refresh_id,
    status: refresh.status ?? 'unknown',
    collection: refresh.collection_address ?? null,
    startedAt: refresh.started_at,
    completedAt: refresh.completed_at,
  }
}
