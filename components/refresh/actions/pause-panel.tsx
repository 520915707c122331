'use client'

import { CircleAlert, CirclePause, Play } from 'lucide-react'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { shortAddress } from '@/lib/format/address.ts'
import { plural } from '@/lib/format/count.ts'
import { Button } from '../../ui/button.tsx'
import { RequestErrorNote } from '../../ui/request-error-note.tsx'
import { Time } from '../../ui/text/time.tsx'
import { CancelButton } from './cancel-button.tsx'
import { heldText } from './held-text.ts'
import { countUnsent, sentGoesOn } from './unsent-text.ts'
import { useRemainingWork } from './use-remaining-work.ts'

type Props = { refresh: RefreshDetail; pause: NonNullable<RefreshDetail['pause']>; canAct: boolean }

/** Shown first while sending is paused: why, what is waiting, and the two choices. */
export function PausePanel({ refresh, pause, canAct }: Props) {
  const remainingWork = useRemainingWork(refresh.id)
  const isHeld = pause.reason === 'hold'
  const Icon = isHeld ? CircleAlert : CirclePause
  const unsent = countUnsent(refresh)
  return (
    <section
      aria-label={isHeld ? 'Sending is held' : 'Sending is paused'}
      className="grid gap-3 rounded-lg border border-waiting-line bg-waiting-soft p-5"
    >
      <h2 className="flex items-start gap-2 font-semibold text-lg">
        <Icon aria-hidden className={`mt-1 size-4 shrink-0 ${isHeld ? 'text-failed' : 'text-waiting'}`} />
        {isHeld ? heldText(refresh.needFacts.resume) : 'Sending is paused'}
      </h2>
      <p className="text-muted text-md">
        {isHeld ? (
          'Sending stopped so that an error in your metadata API doesn’t use up your quota. See below why the tokens failed. '
        ) : (
          <>
            {pause.by ? (pause.by.name ?? shortAddress(pause.by.address)) : 'Someone'} paused it{' '}
            <Time at={pause.at} />.{' '}
          </>
        )}
        {unsent.batches > 0
          ? `${plural(unsent.tokens, 'token is', 'tokens are')} waiting in ${plural(unsent.batches, 'unsent batch', 'unsent batches')}. `
          : null}
        {sentGoesOn(unsent)}
      </p>
      {canAct ? (
        <div className="flex flex-wrap items-center gap-2">
          <Button variant="primary" isBusy={remainingWork.isResuming} onClick={remainingWork.resume}>
            <Play aria-hidden /> Resume
          </Button>
          <CancelButton refresh={refresh} {...(isHeld ? { words: 'Cancel the rest' } : {})} />
          {isHeld ? (
            <p className="text-faint text-xs">
              Once resumed, it isn’t held again. You can still pause it yourself.
            </p>
          ) : null}
        </div>
      ) : (
        <p className="text-muted text-sm">An operator can resume it or cancel the rest.</p>
      )}
      {remainingWork.error ? <RequestErrorNote error={remainingWork.error} /> : null}
    </section>
  )
}
