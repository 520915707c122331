'use client'

import { useState } from 'react'
import { addTokens, SELECTION_LIMIT } from '../../lib/collection/selection.ts'
import { formatCount } from '../../lib/format/count.ts'
import { Button } from '../ui/button.tsx'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { IdReport } from './id-report.tsx'
import { IdsInput } from './ids-input.tsx'
import { useIdReport } from './use-id-report.ts'
import type { SelectionUpdate } from './use-selection.ts'

export type PasteIdsProps = { isOpen: boolean; onClose: () => void; onUpdate: SelectionUpdate }

export function PasteIdsDialog({ isOpen, onClose, onUpdate }: PasteIdsProps) {
  return (
    <DialogFrame
      isOpen={isOpen}
      onClose={onClose}
      title="Paste or upload token ids"
      description={`At most ${formatCount(SELECTION_LIMIT)} tokens can be selected at once.`}
      size="lg"
    >
      <PasteForm onClose={onClose} onUpdate={onUpdate} />
    </DialogFrame>
  )
}

/** Lives only while the dialog is open, so that it starts empty each time. */
function PasteForm({ onClose, onUpdate }: Omit<PasteIdsProps, 'isOpen'>) {
  const [text, setText] = useState('')
  const { report, isReading } = useIdReport(text)
  const count = report?.ids.length ?? 0

  return (
    <div className="grid grid-cols-2 max-md:grid-cols-1">
      <IdsInput text={text} onChange={setText} />
      <div className="grid grid-rows-[1fr_auto] gap-3 border-line border-l p-4 max-md:border-t max-md:border-l-0">
        <IdReport report={report} isReading={isReading} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>
            Back
            <Kbd>Esc</Kbd>
          </Button>
          <Button
            variant="primary"
            disabled={count === 0 || isReading}
            onClick={() => {
              if (report) onUpdate((before) => addTokens(before, report.ids))
              onClose()
            }}
          >
            {count === 0 ? 'Select' : `Select ${formatCount(count)} ${count === 1 ? 'token' : 'tokens'}`}
          </Button>
        </div>
      </div>
    </div>
  )
}
