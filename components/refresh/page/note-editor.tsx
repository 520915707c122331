'use client'

import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { editNoteMutation } from '@/lib/api/refreshes.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { Button } from '../../ui/button.tsx'
import { Textarea } from '../../ui/forms/field.tsx'
import { RequestErrorNote } from '../../ui/request-error-note.tsx'

export function NoteEditor({ refresh, canAct }: { refresh: RefreshDetail; canAct: boolean }) {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const edit = useMutation(editNoteMutation())
  if (draft === null) {
    return (
      <>
        {refresh.note ?? <span className="text-faint">none</span>}{' '}
        {canAct ? (
          <button
            type="button"
            onClick={() => setDraft(refresh.note ?? '')}
            className="min-h-6 text-accent-text text-xs underline underline-offset-2 print:hidden"
          >
            Edit<span className="sr-only"> the note</span>
          </button>
        ) : null}
      </>
    )
  }
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        edit.mutate({ id: refresh.id, note: draft }, { onSuccess: () => setDraft(null) })
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
        <Button size="sm" variant="quiet" onClick={() => setDraft(null)}>
          Back
        </Button>
      </span>
    </form>
  )
}
