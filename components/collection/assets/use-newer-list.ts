'use client'

import { useEffect, useEffectEvent, useRef } from 'react'
import type { CollectionIndexState } from '../../../lib/domain/collections/collection-index.ts'

/** Tells when the index behind a list has become newer; `isFirst` when there was none that could answer before. */
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
