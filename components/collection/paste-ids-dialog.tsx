'use client'

import { Upload } from 'lucide-react'
import { useId, useState } from 'react'
import { addTokens, SELECTION_LIMIT } from '../../lib/collection/selection.ts'
import { formatCount } from '../../lib/format/count.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { IdReport } from './id-report.tsx'
import { useIdReport } from './use-id-report.ts'
import type { SelectionUpdate } from './use-selection.ts'

const MAX_FILE_BYTES = 10_000_000

type Props = { isOpen: boolean; onClose: () => void; onUpdate: SelectionUpdate }

export function PasteIdsDialog({ isOpen, onClose, onUpdate }: Props) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Paste or upload token ids"
      description={`At most ${formatCount(SELECTION_LIMIT)} tokens can be selected at once.`}
      size="lg"
    >
      <PasteForm onClose={onClose} onUpdate={onUpdate} />
    </Dialog>
  )
}

/** Lives only while the dialog is open, so that it starts empty each time. */
function PasteForm({ onClose, onUpdate }: Omit<Props, 'isOpen'>) {
  const id = useId()
  const [text, setText] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const { report, isReading } = useIdReport(text)
  const count = report?.ids.length ?? 0

  async function upload(file: File | undefined) {
    if (!file) return
    const isTooLarge = file.size > MAX_FILE_BYTES
    setFault(isTooLarge ? 'This file is larger than 10 MB. Split it, or paste the part you need.' : null)
    if (!isTooLarge) setText(await file.text())
  }

  return (
    <div className="grid grid-cols-2 max-md:grid-cols-1">
      <div className="grid content-start gap-2 p-4">
        <label htmlFor={id} className="font-medium">
          Ids, one per line or with commas; ranges like{' '}
          <code className="rounded-xs bg-well px-1 font-mono text-xs">100-250</code>
        </label>
        <textarea
          id={id}
          rows={9}
          value={text}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setText(event.currentTarget.value)}
          className="w-full resize-y rounded-md border border-line-control bg-surface p-2 font-mono text-sm max-md:text-lg"
        />
        <label className="inline-flex h-7 w-fit cursor-pointer items-center gap-1.5 rounded-md border border-line-strong bg-surface px-2.5 font-medium text-sm has-focus-visible:outline-2 has-focus-visible:outline-focus max-md:h-10">
          <Upload className="size-4" aria-hidden />
          Upload a file
          <input
            type="file"
            accept=".txt,.csv,.json,text/*,application/json"
            className="sr-only"
            onChange={(event) => {
              void upload(event.currentTarget.files?.[0])
              event.currentTarget.value = ''
            }}
          />
        </label>
        {fault ? <p className="text-failed text-xs">{fault}</p> : null}
      </div>
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
