'use client'

import { useMutation } from '@tanstack/react-query'
import {
  cancelRefreshMutation,
  pauseRefreshMutation,
  resumeRefreshMutation,
} from '@/lib/api/refresh-actions.ts'
import { plural } from '@/lib/format/count.ts'
import { useToast } from '../../ui/overlays/toast.tsx'

/** Pauses, resumes or cancels the unsent part of a refresh, and confirms each with a toast. */
export function useRemainingWork(id: string) {
  const say = useToast()
  const pause = useMutation({ ...pauseRefreshMutation() })
  const resume = useMutation({ ...resumeRefreshMutation() })
  const cancel = useMutation({ ...cancelRefreshMutation() })
  const cancelled = ({ batches, running }: { batches: number; running: number }) =>
    running === 0
      ? `${plural(batches, 'batch', 'batches')} cancelled`
      : `${plural(batches, 'batch', 'batches')} cancelled; ${plural(running, 'sent batch continues', 'sent batches continue')}`
  return {
    pause: () => pause.mutate({ id }, { onSuccess: () => say('Sending paused') }),
    resume: () => resume.mutate({ id }, { onSuccess: () => say('Sending resumed') }),
    cancel: (onDone: () => void) =>
      cancel.mutate(
        { id },
        {
          onSuccess: (answer) => {
            say(cancelled(answer))
            onDone()
          },
        },
      ),
    isPausing: pause.isPending,
    isResuming: resume.isPending,
    isCancelling: cancel.isPending,
    error: pause.error ?? resume.error,
    cancelError: cancel.error,
  }
}
