'use client'

import { Upload } from 'lucide-react'
import { type Dispatch, type SetStateAction, useId, useMemo, useState } from 'react'
import { formatCount } from '../../../lib/format/count.ts'
import { Button } from '../../ui/button.tsx'
import { readFiles } from './read-files.ts'

/** Longer texts slow browsers down in a text field, so they are kept outside it. */
const MAX_FIELD_LENGTH = 50_000

type Props = { text: string; onChange: Dispatch<SetStateAction<string>> }

export function IdsInput({ text, onChange }: Props) {
  const id = useId()
  const [fault, setFault] = useState<string | null>(null)
  const [isOver, setOver] = useState(false)
  const add = (more: string) => onChange((before) => (before.trim() === '' ? more : `${before}\n${more}`))

  async function upload(files: FileList | null) {
    const read = await readFiles([...(files ?? [])])
    if ('text' in read && read.text !== '') add(read.text)
    setFault('fault' in read ? read.fault : null)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping files is optional; the button below does the same
    <div
      className={`grid min-w-0 content-start gap-2 p-4 ${isOver ? 'bg-accent-soft' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        // Dropped text is left to the browser.
        if (event.dataTransfer.files.length === 0) return
        event.preventDefault()
        void upload(event.dataTransfer.files)
      }}
    >
      <label htmlFor={id} className="font-medium">
        Ids, one per line or with commas, ranges like{' '}
        <code className="rounded-xs bg-well px-1 font-mono text-xs whitespace-nowrap">100-250</code>, a table
        or JSON
      </label>
      {text.length > MAX_FIELD_LENGTH ? (
        <LongText text={text} onRemove={() => onChange('')} />
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
          className="w-full resize-y rounded-md border border-line-control bg-surface p-2 font-mono text-sm max-md:h-36 max-md:text-lg"
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
          multiple
          accept=".txt,.csv,.tsv,.tab,.md,.json,.jsonl,text/*,application/json"
          className="sr-only"
          onChange={(event) => {
            void upload(event.currentTarget.files)
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

function LongText({ text, onRemove }: { text: string; onRemove: () => void }) {
  const lines = useMemo(() => text.split(/\r\n|\n|\r/).length, [text])
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 rounded-md border border-line bg-well p-3">
      <p>
        {lines === 1 ? 'One line, too long' : `${formatCount(lines)} lines, too many`} to show here. All of it
        is read.
      </p>
      <Button size="sm" onClick={onRemove} ref={takeFocus}>
        Remove
      </Button>
    </div>
  )
}

/** The focused field is replaced after a long paste, so the button takes over the focus. */
function takeFocus(button: HTMLButtonElement | null) {
  if (document.activeElement === document.body) button?.focus()
}
