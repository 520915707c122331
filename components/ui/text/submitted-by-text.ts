import type { RefreshSummary } from '@/lib/domain/refreshes/model.ts'
import { submitterOf } from '@/lib/domain/refreshes/source.ts'
import { shortAddress } from '@/lib/format/address.ts'

export type Made = Pick<RefreshSummary, 'by' | 'signer' | 'source'>

/** Who made a refresh: a name or a short address; null for a sample, which is nobody's. */
export function submittedByText(refresh: Made): string | null {
  const maker = submitterOf(refresh)
  if (maker) return maker.name ?? shortAddress(maker.address)
  return refresh.source === 'import' ? 'made elsewhere' : null
}
