'use client'

import { Play } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { RequestErrorNote } from '../../ui/request-error-note.tsx'
import { useRemainingWork } from '../actions/use-remaining-work.ts'
import { focusContent } from './focus-content.ts'

type Props = { refreshId: string; title: string }

/** Resumes a held refresh where it is listed. */
export function ResumeButton({ refreshId, title }: Props) {
  const { isResuming, resume, error } = useRemainingWork(refreshId, { onResumed: focusContent })
  return (
    <>
      <Button isBusy={isResuming} aria-label={`Resume ${title}`} onClick={resume}>
        {isResuming ? null : <Play aria-hidden />}
        Resume
      </Button>
      {error ? <RequestErrorNote error={error} /> : null}
    </>
  )
}
