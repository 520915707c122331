'use client'

import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { editNoteMutation } from '@/lib/api/refreshes.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { Button } from '../../ui/button.tsx'
import { Textarea } from '../../ui/forms/field.tsx'
import { RequestErrorNote } from '../../ui/request-error-note.tsx'

type Props = { refresh: RefreshDetail; onDone: () => void }

export function NoteForm({ refresh, onDone }: Props) {
  const id = useId()
  const [draft, setDraft] = useState(refresh.note ?? '')
  const edit = useMutation(editNoteMutation())
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        edit.mutate({ id: refresh.id, note: draft }, { onSuccess: onDone })
      }}
    >
      <label htmlFor={id} className="sr-only">
        Note for the team
      </label>
      <Textarea
        id={id}
        value={draft}
        maxLength={500}
        rows={3}
        onChange={(event) => setDraft(event.target.value)}
      />
      {edit.error ? <RequestErrorNote error={edit.error} /> : null}
      <span className="flex gap-2">
        <Button type="submit" size="sm" isBusy={edit.isPending}>
          Save
        </Button>
        <Button size="sm" variant="quiet" onClick={onDone}>
          Back
        </Button>
      </span>
    </form>
  )
}
