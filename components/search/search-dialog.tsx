'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react'
import { searchQuery } from '@/lib/api/search.ts'
import type { SearchHit } from '@/lib/domain/collections/search-hit-schema.ts'
import { Input } from '../ui/forms/field.tsx'
import { DialogFrame } from '../ui/overlays/dialog-frame.tsx'
import { RequestErrorNote } from '../ui/request-error-note.tsx'
import { Tag } from '../ui/tag.tsx'

const kinds: Record<SearchHit['kind'], string> = {
  collection: 'Collection',
  token: 'Token',
  refresh: 'Refresh',
  address: 'Address',
}

type Props = {
  /** What was typed before this dialog was there. */
  takeTyped: () => string
  onClose: () => void
}

/** Searches names, addresses, token ids, refresh ids and notes; arrow keys move through the results. */
export function SearchDialog({ takeTyped, onClose }: Props) {
  const router = useRouter()
  const id = useId()
  const [text, setText] = useState(takeTyped)
  const [chosen, setChosen] = useState(0)
  const { data, error, isFetching } = useQuery(searchQuery(useDeferredValue(text)))
  const hits = text.trim() === '' ? [] : (data?.items ?? [])
  const at = Math.min(chosen, hits.length - 1)
  const open = (hit: SearchHit | undefined) => {
    if (!hit) return
    onClose()
    router.push(hit.href)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setChosen((at + step + hits.length) % Math.max(1, hits.length))
    else if (event.key === 'Enter') open(hits[at])
    else return
    event.preventDefault()
  }
  return (
    <DialogFrame isOpen onClose={onClose} title="Find">
      <div className="p-3">
        <Input
          role="combobox"
          aria-label="Find a collection, token or refresh"
          aria-expanded={hits.length > 0}
          aria-controls={`${id}-hits`}
          aria-activedescendant={hits[at] ? `${id}-${at}` : undefined}
          data-first
          value={text}
          placeholder="Name, 0x address, token id, R-0142 or a note"
          onChange={(event) => {
            setText(event.target.value)
            setChosen(0)
          }}
          onKeyDown={onKeyDown}
        />
        {error ? <RequestErrorNote error={error} /> : null}
        <div id={`${id}-hits`} role="listbox" aria-label="Found" className="mt-2 max-h-80 overflow-y-auto">
          {hits.map((hit, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above handles the keys of this listbox.
            <div
              key={`${hit.kind} ${hit.href}`}
              id={`${id}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === at}
              onClick={() => open(hit)}
              className="flex min-h-10 cursor-pointer items-center gap-3 rounded-sm px-3 py-1.5 hover:bg-well aria-selected:bg-accent-soft"
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium text-sm">{hit.title}</span>
                <span className="block truncate text-faint text-xs">{hit.detail}</span>
              </span>
              <Tag>{kinds[hit.kind]}</Tag>
            </div>
          ))}
        </div>
        <p role="status" className="px-3 py-2 text-faint text-xs">
          {text.trim() === ''
            ? 'Type to search. Arrow keys move, Enter opens.'
            : hits.length > 0
              ? ''
              : isFetching
                ? 'Searching…'
                : 'Nothing found. To find something not opened here before, enter a full address or token id.'}
        </p>
      </div>
    </DialogFrame>
  )
}
