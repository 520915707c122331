import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { submitterOf } from '@/lib/domain/refreshes/source.ts'
import { shortAddress } from '@/lib/format/address.ts'

export type Made = Pick<RefreshSummary, 'by' | 'signer' | 'source'>

/** Who submitted a refresh: a name or a short address; null for a sample. */
export function submittedByText(refresh: Made): string | null {
  const submitter = submitterOf(refresh)
  if (submitter) return submitter.name ?? shortAddress(submitter.address)
  return refresh.source === 'import' ? 'made elsewhere' : null
}
