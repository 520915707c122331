import { z } from 'zod'
import { Address } from '../../../domain/networks/address-schema.ts'
import type { ListedRefresh } from '../../provider/refresher.ts'
import { LenientId, LenientTime, lenientText } from '../lenient.ts'

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
    reference: refresh.refresh_id,
    phase: phaseOf(refresh.status),
    status: refresh.status ?? 'unknown',
    collection: refresh.collection_address ?? null,
    startedAt: refresh.started_at,
    completedAt: refresh.completed_at,
  }
}

/** The three documented words; what nobody documented is not known to have begun. */
function phaseOf(status: string | null): ListedRefresh['phase'] {
  if (status === 'completed') return 'finished'
  return status === 'in_progress' ? 'running' : 'queued'
}
