'use client'

import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { DialogFooter } from '../../ui/overlays/dialog-footer.tsx'

type Props = { isOpen: boolean; onClose: () => void; onClear: () => void; children: ReactNode }

/** The filter rail as a sheet, for narrow windows. */
export function FilterSheet({ isOpen, onClose, onClear, children }: Props) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Filters">
      <div className="px-4 pt-3">{children}</div>
      <DialogFooter>
        <Button size="lg" onClick={onClear}>
          Clear
        </Button>
        <Button variant="primary" size="lg" onClick={onClose} className="flex-1">
          Show the assets
        </Button>
      </DialogFooter>
    </Dialog>
  )
}
