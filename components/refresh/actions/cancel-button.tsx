'use client'

import { useState } from 'react'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { Button } from '../../ui/button.tsx'
import { onOpening } from '../../ui/overlays/on-opening.tsx'
import { cancelText, countUnsent } from './unsent-text.ts'

const CancelDialog = onOpening(() => import('./cancel-dialog.tsx').then((module) => module.CancelDialog))

/** Asks for confirmation. */
export function CancelButton({ refresh, words }: { refresh: RefreshDetail; words?: string }) {
  const [isAsking, setAsking] = useState(false)
  const unsent = countUnsent(refresh)
  if (unsent.batches === 0 && !unsent.isExpanding) return null
  return (
    <>
      <Button variant="danger" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {words ?? cancelText(unsent)}
      </Button>
      <CancelDialog refresh={refresh} isOpen={isAsking} onClose={() => setAsking(false)} />
    </>
  )
}
