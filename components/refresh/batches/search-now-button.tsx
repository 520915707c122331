'use client'

import { useMutation } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { searchNowMutation } from '@/lib/api/refresh-actions.ts'
import { Button } from '../../ui/button.tsx'
import { RequestErrorNote } from '../../ui/request-error-note.tsx'

type Props = { refreshId: string; position: number; size?: 'sm' | 'md' }

/** Has a lost batch searched for at once. */
export function SearchNowButton({ refreshId, position, size = 'sm' }: Props) {
  const { mutate, isPending, error } = useMutation(searchNowMutation())
  return (
    <>
      <Button
        size={size}
        isBusy={isPending}
        aria-label={`Search now for batch ${position}`}
        onClick={() => mutate({ id: refreshId, position })}
      >
        <Search aria-hidden />
        Search now
      </Button>
      {error ? <RequestErrorNote error={error} /> : null}
    </>
  )
}
