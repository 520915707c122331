'use client'

import { useMemo, useState } from 'react'
import type { CollectionKey } from '../../../lib/api/collections.ts'
import { SELECTION_LIMIT } from '../../../lib/domain/assets/selection.ts'
import { formatCount, plural } from '../../../lib/format/count.ts'
import { Button } from '../../ui/button.tsx'
import { DialogFooter } from '../../ui/overlays/dialog-footer.tsx'
import { DialogFrame } from '../../ui/overlays/dialog-frame.tsx'
import { Kbd } from '../../ui/text/kbd.tsx'
import type { MatchingSelection } from '../selection/use-matching-selection.ts'
import { chosenIds } from './chosen-ids.ts'
import { ColumnChoice } from './column-choice.tsx'
import { IdReport } from './id-report.tsx'
import { IdsInput } from './ids-input.tsx'
import { sourceNote } from './report-text.ts'
import { useCheckedIds } from './use-checked-ids.ts'
import { usePastedIds } from './use-pasted-ids.ts'

type PasteIdsProps = {
  isOpen: boolean
  onClose: () => void
  collectionKey: CollectionKey
  matching: MatchingSelection
}

export function PasteIdsDialog({ isOpen, ...form }: PasteIdsProps) {
  return (
    <DialogFrame
      isOpen={isOpen}
      onClose={form.onClose}
      title="Paste or upload token ids"
      description={`At most ${formatCount(SELECTION_LIMIT)} tokens can be selected at once.`}
      size="lg"
    >
      <PasteForm {...form} />
    </DialogFrame>
  )
}

/** Mounted only while the dialog is open, so that it starts empty each time. */
function PasteForm({ onClose, collectionKey, matching }: Omit<PasteIdsProps, 'isOpen'>) {
  const [text, setText] = useState('')
  const { source, choice, choose, answer, report, isReading } = usePastedIds(text)
  const [leavesOut, setLeavesOut] = useState(true)
  const check = useCheckedIds(collectionKey, report, Boolean(matching.index?.completedAt))
  const ids = useMemo(() => chosenIds(report, check, leavesOut), [report, check, leavesOut])
  const isQuery = matching.selection.kind === 'query'

  return (
    <>
      <div className="grid grid-cols-2 max-md:grid-cols-1">
        <IdsInput text={text} onChange={setText} />
        <div className="grid min-w-0 content-start gap-4 border-line border-l p-4 max-md:border-t max-md:border-l-0">
          {source === null ? (
            <p className="text-muted">
              {isReading
                ? 'Reading…'
                : 'Paste or upload ids to see what was found before anything is selected.'}
            </p>
          ) : null}
          {source?.kind === 'unreadable' ? (
            <p role="alert" className="text-failed">
              {source.why}
            </p>
          ) : null}
          <p role="status" className="sr-only">
            {source?.kind === 'table' && choice === null ? 'Choose the column with the token ids.' : ''}
          </p>
          {source?.kind === 'table' ? (
            <ColumnChoice table={source} choice={choice} onChoose={choose} />
          ) : null}
          {report ? (
            <IdReport
              report={report}
              note={sourceNote(source)}
              isReading={isReading}
              check={check}
              chosen={ids.length}
              leavesOut={leavesOut}
              onLeaveOut={setLeavesOut}
              onAnswer={answer}
            />
          ) : null}
        </div>
      </div>
      <DialogFooter>
        {isQuery ? (
          <p className="mr-auto self-center text-muted text-xs">Replaces your selection of all that match.</p>
        ) : null}
        <Button onClick={onClose}>
          Back
          <Kbd>Esc</Kbd>
        </Button>
        <Button
          variant="primary"
          disabled={ids.length === 0 || isReading || check.state === 'checking'}
          onClick={() => {
            matching.selectIds(ids)
            onClose()
          }}
        >
          {ids.length === 0 ? 'Select' : `Select ${plural(ids.length, 'token')}`}
        </Button>
      </DialogFooter>
    </>
  )
}
