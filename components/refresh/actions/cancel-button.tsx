'use client'

import { useState } from 'react'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { DialogFooter } from '../../ui/overlays/dialog-footer.tsx'
import { RequestErrorNote } from '../../ui/request-error-note.tsx'
import { cancelSentences, cancelText, countUnsent } from './unsent-text.ts'
import { useRemainingWork } from './use-remaining-work.ts'

/** Asks for confirmation, saying what is cancelled and what can no longer be stopped. */
export function CancelButton({ refresh, words }: { refresh: RefreshDetail; words?: string }) {
  const [isAsking, setAsking] = useState(false)
  const remainingWork = useRemainingWork(refresh.id)
  const unsent = countUnsent(refresh)
  const close = () => setAsking(false)
  if (unsent.batches === 0 && !unsent.isExpanding) return null
  return (
    <>
      <Button variant="danger" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {words ?? cancelText(unsent)}
      </Button>
      <Dialog isOpen={isAsking} onClose={close} title={`${cancelText(unsent)}?`} size="sm">
        <div className="grid gap-4 p-5">
          <p className="text-muted text-md">{cancelSentences(unsent)}</p>
          {remainingWork.cancelError ? <RequestErrorNote error={remainingWork.cancelError} /> : null}
          <DialogFooter>
            <Button onClick={close}>Keep them</Button>
            <Button
              variant="danger"
              isBusy={remainingWork.isCancelling}
              onClick={() => remainingWork.cancel(close)}
            >
              {cancelText(unsent)}
            </Button>
          </DialogFooter>
        </div>
      </Dialog>
    </>
  )
}
