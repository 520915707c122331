'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'

const NoteForm = dynamic(() => import('./note-form.tsx').then((module) => module.NoteForm), { ssr: false })

export function NoteEditor({ refresh, canAct }: { refresh: RefreshDetail; canAct: boolean }) {
  const [isEditing, setEditing] = useState(false)
  if (isEditing) return <NoteForm refresh={refresh} onDone={() => setEditing(false)} />
  return (
    <>
      {refresh.note ?? <span className="text-faint">none</span>}{' '}
      {canAct ? (
        <button
          type="button"
          onClick={() => setEditing(true)}
          className="min-h-6 text-accent-text text-xs underline underline-offset-2 print:hidden"
        >
          Edit<span className="sr-only"> the note</span>
        </button>
      ) : null}
    </>
  )
}
