'use client'

import { useId } from 'react'
import { useStartObstacle } from '../../../lib/api/networks/use-start-obstacle.ts'
import type { CollectionDetail } from '../../../lib/domain/collections/collection-card-schema.ts'
import type { RefreshSummary } from '../../../lib/domain/refreshes/model-schema.ts'
import type { SubmittedSelection } from '../../../lib/domain/refreshes/submission-schema.ts'
import { plural } from '../../../lib/format/count.ts'
import { StartNote } from '../../shell/start-note.tsx'
import { laterText } from '../../shell/start-text.ts'
import { Button } from '../../ui/button.tsx'
import { DialogFooter } from '../../ui/overlays/dialog-footer.tsx'
import { DialogFrame } from '../../ui/overlays/dialog-frame.tsx'
import { RequestErrorNote } from '../../ui/request-error-note.tsx'
import { Kbd } from '../../ui/text/kbd.tsx'
import { ReviewFacts } from './review-facts.tsx'
import { ReviewFigures } from './review-figures.tsx'
import { ReviewLead } from './review-lead.tsx'
import { ReviewSignature, type SignSlot } from './review-signature.tsx'
import { useReview } from './use-review.ts'

type ReviewProps = {
  isOpen: boolean
  onClose: () => void
  collection: CollectionDetail
  networkName: string
  selection: SubmittedSelection
  sign: SignSlot
  onSubmitted: (refresh: RefreshSummary) => void
}

export function ReviewDialog({ isOpen, onClose, ...rest }: ReviewProps) {
  return (
    <DialogFrame
      isOpen={isOpen}
      onClose={onClose}
      title="Review refresh"
      description={<ReviewLead {...rest} />}
      size="lg"
    >
      <ReviewForm onClose={onClose} {...rest} />
    </DialogFrame>
  )
}

function ReviewForm({
  onClose,
  collection,
  networkName,
  selection,
  sign,
  onSubmitted,
}: Omit<ReviewProps, 'isOpen'>) {
  const noteId = useId()
  const review = useReview({ collection, selection, onSubmitted })
  const { count, plan, submit, needsSignature } = review
  const isAtLeast = plan.data?.isAtLeast ?? !('ids' in selection)
  const words = isAtLeast ? 'all that match' : plural(count, 'token')
  const obstacle = useStartObstacle([collection.network])
  const isClosed = obstacle === 'closed'
  const later = obstacle && !isClosed ? laterText(obstacle) : null
  return (
    <>
      <div>
        <ReviewFigures count={count} plan={plan.data ?? null} isWaiting={obstacle !== null} />
        <div className="grid grid-cols-[minmax(0,1fr)_18.5rem] max-md:grid-cols-1">
          <div className="grid content-start gap-3 px-5 pt-3 pb-5 max-md:px-4">
            <StartNote
              slug={collection.network}
              signature={review.signature?.state === 'accepted' ? 'proven' : 'new'}
            />
            <ReviewFacts review={review} network={collection.network} networkName={networkName} />
            <div className="grid gap-1">
              <label htmlFor={noteId} className="font-medium">
                Note for the team <span className="font-normal text-faint text-xs">optional</span>
              </label>
              <textarea
                id={noteId}
                rows={2}
                maxLength={500}
                value={review.note}
                onChange={(event) => review.setNote(event.currentTarget.value)}
                aria-describedby={`${noteId}-help`}
                className="w-full resize-y rounded-md border border-line-control bg-surface p-2 text-sm max-md:text-lg"
              />
              <p id={`${noteId}-help`} className="text-faint text-xs">
                Becomes the title in the history.
              </p>
            </div>
            {plan.error ? <RequestErrorNote error={plan.error} onRetry={() => void plan.refetch()} /> : null}
            {submit.error ? (
              <RequestErrorNote
                title="Not submitted. Your list and your note are kept."
                error={submit.error}
              />
            ) : null}
          </div>
          <div className="grid content-start gap-3 border-line border-l bg-well p-4 px-5 max-md:border-t max-md:border-l-0 max-md:px-4">
            {isClosed ? (
              <p>Nothing needs to be signed, because {networkName} no longer accepts refreshes.</p>
            ) : (
              <ReviewSignature
                review={review}
                collection={collection}
                label={later ? `Sign, ${later}` : `Sign and submit ${words}`}
                sign={sign}
              />
            )}
          </div>
        </div>
      </div>
      <DialogFooter>
        <Button size="lg" onClick={onClose}>
          Back
          <Kbd className="max-md:hidden">Esc</Kbd>
        </Button>
        {needsSignature && !isClosed ? null : (
          <Button
            variant="primary"
            size="lg"
            isBusy={submit.isPending}
            disabled={isClosed || !plan.data || submit.isPending || submit.isSuccess}
            onClick={review.submitOnce}
            className="max-md:flex-1"
          >
            {submit.isPending || submit.isSuccess
              ? 'Submitting'
              : later
                ? `Submit, ${later}`
                : `Submit ${words}`}
          </Button>
        )}
      </DialogFooter>
    </>
  )
}
