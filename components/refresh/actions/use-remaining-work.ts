'use client'

import { type UseMutationOptions, useMutation } from '@tanstack/react-query'
import {
  cancelRefreshMutation,
  pauseRefreshMutation,
  resumeRefreshMutation,
} from '@/lib/api/refresh-actions.ts'
import { plural } from '@/lib/format/count.ts'
import { useToast } from '../../ui/overlays/toast.tsx'

/** Pauses, resumes or cancels the unsent part of a refresh, and confirms each with a toast. */
export function useRemainingWork(id: string, { onResumed }: { onResumed?: () => void } = {}) {
  const say = useToast()
  const pause = useMutation(telling(pauseRefreshMutation(), () => say('Sending paused')))
  const resume = useMutation(
    telling(resumeRefreshMutation(), () => {
      onResumed?.()
      say('Sending resumed')
    }),
  )
  const cancel = useMutation(telling(cancelRefreshMutation(), (answer) => say(cancelledText(answer))))
  return {
    pause: () => pause.mutate({ id }),
    resume: () => resume.mutate({ id }),
    cancel: (onDone: () => void) => cancel.mutate({ id }, { onSuccess: onDone }),
    isPausing: pause.isPending,
    isResuming: resume.isPending,
    isCancelling: cancel.isPending,
    error: pause.error ?? resume.error,
    cancelError: cancel.error,
  }
}

/** Told by the mutation itself, because what held its button may have gone by the time the button would be told. */
const telling = <Answer, Input>(
  mutation: UseMutationOptions<Answer, Error, Input>,
  tell: (answer: Answer) => void,
): UseMutationOptions<Answer, Error, Input> => ({
  ...mutation,
  onSuccess: (answer, ...told) => {
    tell(answer)
    return mutation.onSuccess?.(answer, ...told)
  },
})

function cancelledText({ batches, running }: { batches: number; running: number }): string {
  const cancelled = `${plural(batches, 'batch', 'batches')} cancelled`
  return running === 0
    ? cancelled
    : `${cancelled}; ${plural(running, 'sent batch continues', 'sent batches continue')}`
}
