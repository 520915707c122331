'use client'

import { Upload } from 'lucide-react'
import { type Dispatch, type SetStateAction, useId, useState } from 'react'
import { splitRows } from '../../lib/collection/parse-token-ids.ts'
import { formatCount } from '../../lib/format/count.ts'
import { Button } from '../ui/button.tsx'

const MAX_FILE_BYTES = 10_000_000
/** A text field with more than this makes browsers crawl, so longer lists are held beside it. */
const MAX_FIELD_LENGTH = 50_000

type Props = { text: string; onChange: Dispatch<SetStateAction<string>> }

export function IdsInput({ text, onChange }: Props) {
  const id = useId()
  const [fault, setFault] = useState<string | null>(null)
  const [isOver, setOver] = useState(false)
  const add = (more: string) => onChange((before) => (before.trim() === '' ? more : `${before}\n${more}`))

  async function upload(file: File | undefined) {
    if (!file) return
    if (file.size > MAX_FILE_BYTES) {
      setFault('This file is larger than 10 MB. Split it, or paste the part you need.')
      return
    }
    try {
      add(await file.text())
      setFault(null)
    } catch {
      setFault('This file could not be read. Nothing was taken from it; try again.')
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way, and the button below is for everybody
    <div
      className={`grid content-start gap-2 p-4 ${isOver ? 'bg-accent-soft' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void upload(event.dataTransfer.files[0])
      }}
    >
      <label htmlFor={id} className="font-medium">
        Ids, one per line or with commas; ranges like{' '}
        <code className="rounded-xs bg-well px-1 font-mono text-xs">100-250</code>
      </label>
      {text.length > MAX_FIELD_LENGTH ? (
        <div className="flex flex-wrap items-center justify-between gap-2 rounded-md border border-line bg-well p-3">
          <p>{formatCount(splitRows(text).length)} lines, too many to show here.</p>
          <Button size="sm" onClick={() => onChange('')}>
            Take them out
          </Button>
        </div>
      ) : (
        <textarea
          data-first
          id={id}
          rows={9}
          value={text}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onChange(event.currentTarget.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text')
            if (pasted.length <= MAX_FIELD_LENGTH) return
            event.preventDefault()
            add(pasted)
          }}
          className="w-full resize-y rounded-md border border-line-control bg-surface p-2 font-mono text-sm max-md:text-lg"
        />
      )}
      <label
        htmlFor={`${id}-file`}
        className="inline-flex h-7 w-fit cursor-pointer items-center gap-1.5 rounded-md border border-line-strong bg-surface px-2.5 font-medium text-sm has-focus-visible:outline-2 has-focus-visible:outline-focus max-md:h-10"
      >
        <Upload className="size-4" aria-hidden />
        Upload a file
        <input
          id={`${id}-file`}
          type="file"
          accept=".txt,.csv,.json,text/*,application/json"
          className="sr-only"
          onChange={(event) => {
            void upload(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
      </label>
      {fault ? (
        <p role="alert" className="text-failed text-xs">
          {fault}
        </p>
      ) : null}
    </div>
  )
}
