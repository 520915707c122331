'use client'

import { useEffect, useEffectEvent, useRef } from 'react'
import type { CollectionIndexState } from '../../../lib/domain/collections/collection-index-schema.ts'

/** Reports a newer index behind a list; `isFirst` when no index could answer before. */
export function useNewerList(index: CollectionIndexState | null, onNewer: (isFirst: boolean) => void) {
  const seen = useRef<string | null | undefined>(undefined)
  const tell = useEffectEvent(onNewer)
  const completedAt = index?.completedAt
  useEffect(() => {
    if (completedAt === undefined) return
    if (seen.current !== undefined && seen.current !== completedAt) tell(seen.current === null)
    seen.current = completedAt
  }, [completedAt])
}
