import { z } from 'zod'
import { LenientTime } from './lenient.ts'

/** A refresh in the network's own list. `status` is any text: the three documented ones and whatever comes. */
export type ListedRefresh = {
  upstreamId: string
  status: string
  collection: string
  startedAt: string | null
  completedAt: string | null
}

const vendorFields = {
  refresh_id: z.string().min(1),
  status: z.string(),
  collection_address: z.string(),
  started_at: LenientTime,
  completed_at: LenientTime,
}

export const ImxRefresh = z.object(vendorFields)

export function toListedRefresh(refresh: z.output<typeof ImxRefresh>): ListedRefresh {
  return {
    upstreamId: refresh.refresh_id,
    status: refresh.status,
    collection: refresh.collection_address.toLowerCase(),
    startedAt: refresh.started_at,
    completedAt: refresh.completed_at,
  }
}
