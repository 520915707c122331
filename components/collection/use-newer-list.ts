'use client'

import { useEffect, useRef } from 'react'
import type { CollectionIndexState } from '../../lib/collection/collection-index.ts'

/** Reads a list that the index answers again when the index has become newer. */
export function useNewerList(index: CollectionIndexState | null, isByIndex: boolean, refetch: () => unknown) {
  const seen = useRef<string | null | undefined>(undefined)
  const completedAt = index?.completedAt
  useEffect(() => {
    if (completedAt === undefined) return
    if (isByIndex && seen.current !== undefined && seen.current !== completedAt) void refetch()
    seen.current = completedAt
  }, [completedAt, isByIndex, refetch])
}
