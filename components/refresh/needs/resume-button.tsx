'use client'

import { useMutation } from '@tanstack/react-query'
import { Play } from 'lucide-react'
import { resumeRefreshMutation } from '@/lib/api/refresh-actions.ts'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/overlays/toast.tsx'
import { RequestErrorNote } from '../../ui/request-error-note.tsx'
import { focusContent } from './focus-content.ts'

type Props = { refreshId: string; title: string }

/** Resumes a held refresh where it is listed. */
export function ResumeButton({ refreshId, title }: Props) {
  const say = useToast()
  const base = resumeRefreshMutation()
  const resume = useMutation({
    ...base,
    // Of the mutation itself, because the row has gone by the time the button would be told.
    onSuccess: (...told) => {
      focusContent()
      say('Sending resumed')
      return base.onSuccess?.(...told)
    },
  })
  return (
    <>
      <Button
        isBusy={resume.isPending}
        aria-label={`Resume ${title}`}
        onClick={() => resume.mutate({ id: refreshId })}
      >
        {resume.isPending ? null : <Play aria-hidden />}
        Resume
      </Button>
      {resume.error ? <RequestErrorNote error={resume.error} /> : null}
    </>
  )
}
