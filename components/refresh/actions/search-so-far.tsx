'use client'

import type { Batch } from '@/lib/domain/batches/batch-schema.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { useZone } from '../../ui/text/clock.tsx'
import { useNow } from '../../ui/text/use-now.ts'
import { searchText } from './search-text.ts'

type Props = { batch: Batch; refresh: Pick<RefreshDetail, 'source' | 'batches'> }

/** What the search for a lost batch has come to by now. */
export function SearchSoFar({ batch, refresh: { source, batches } }: Props) {
  return searchText(batch, { source, batches, now: useNow(), zone: useZone() })
}
