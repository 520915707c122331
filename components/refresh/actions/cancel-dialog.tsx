'use client'

import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { Button } from '../../ui/button.tsx'
import { DialogFooter } from '../../ui/overlays/dialog-footer.tsx'
import { DialogFrame } from '../../ui/overlays/dialog-frame.tsx'
import { RequestErrorNote } from '../../ui/request-error-note.tsx'
import { cancelSentences, cancelText, countUnsent } from './unsent-text.ts'
import { useRemainingWork } from './use-remaining-work.ts'

type Props = { refresh: RefreshDetail; isOpen: boolean; onClose: () => void }

/** Says what is cancelled and what can no longer be stopped. */
export function CancelDialog({ refresh, isOpen, onClose }: Props) {
  const remainingWork = useRemainingWork(refresh.id)
  const unsent = countUnsent(refresh)
  return (
    <DialogFrame isOpen={isOpen} onClose={onClose} title={`${cancelText(unsent)}?`} size="sm">
      <div className="grid gap-4 p-5">
        <p className="text-muted text-md">{cancelSentences(unsent)}</p>
        {remainingWork.cancelError ? <RequestErrorNote error={remainingWork.cancelError} /> : null}
        <DialogFooter>
          <Button onClick={onClose}>Keep them</Button>
          <Button
            variant="danger"
            isBusy={remainingWork.isCancelling}
            onClick={() => remainingWork.cancel(onClose)}
          >
            {cancelText(unsent)}
          </Button>
        </DialogFooter>
      </div>
    </DialogFrame>
  )
}
