'use client'

import { useMutation } from '@tanstack/react-query'
import {
  cancelRefreshMutation,
  pauseRefreshMutation,
  resumeRefreshMutation,
} from '@/lib/api/refresh-actions.ts'
import { plural } from '@/lib/format/count.ts'
import { useToast } from '../../ui/overlays/toast.tsx'

/** Pausing a refresh, letting it go on, and cancelling what was not sent; each is said when it is done. */
export function useRemainingWork(id: string) {
  const say = useToast()
  const pause = useMutation({ ...pauseRefreshMutation() })
  const goOn = useMutation({ ...resumeRefreshMutation() })
  const cancel = useMutation({ ...cancelRefreshMutation() })
  const cancelled = ({ batches, running }: { batches: number; running: number }) =>
    running === 0
      ? `${plural(batches, 'batch', 'batches')} cancelled`
      : `${plural(batches, 'batch', 'batches')} cancelled; ${plural(running, 'sent batch goes', 'sent batches go')} on`
  return {
    pause: () => pause.mutate({ id }, { onSuccess: () => say('Paused: nothing more is sent') }),
    goOn: () => goOn.mutate({ id }, { onSuccess: () => say('The sending goes on') }),
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
    isGoingOn: goOn.isPending,
    isCancelling: cancel.isPending,
    error: pause.error ?? goOn.error,
    cancelError: cancel.error,
  }
}
