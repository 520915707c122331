'use client'

import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useShortcut } from '../overlays/use-shortcut.ts'

const TYPING_MS = 300

type Props = {
  name: string | null
  onChange: (name: string | null) => void
  label?: string
  placeholder?: string
  hasShortcut: boolean
  className?: string
}

/** Searches while typing, debounced; Enter searches at once. */
export function NameSearch({
  name,
  onChange,
  label = 'Search by name',
  placeholder = 'Name',
  hasShortcut,
  className = '',
}: Props) {
  const inputRef = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [text, setText] = useState(name ?? '')
  const [seen, setSeen] = useState(name)
  const [committed, setCommitted] = useState(name)
  // A name set elsewhere (a removed chip, browser history) replaces the typed text; our own doesn't.
  if (seen !== name) {
    setSeen(name)
    if (name !== committed) setText(name ?? '')
  }

  // Whoever has gone on to another page must not be brought back by what they typed here.
  useEffect(() => () => clearTimeout(timer.current), [])

  useShortcut(
    '/',
    (event) => {
      event.preventDefault()
      inputRef.current?.focus()
    },
    hasShortcut,
  )

  function commit(text: string) {
    clearTimeout(timer.current)
    const wanted = text.trim() || null
    setCommitted(wanted)
    if (wanted !== name) onChange(wanted)
  }

  return (
    <search className={className}>
      <form
        className="relative"
        onSubmit={(event) => {
          event.preventDefault()
          commit(text)
        }}
      >
        <Search
          className="pointer-events-none absolute inset-y-0 left-2.5 my-auto size-4 text-faint"
          aria-hidden
        />
        <input
          ref={inputRef}
          type="search"
          aria-label={label}
          placeholder={placeholder}
          value={text}
          maxLength={200}
          onChange={(event) => {
            const typed = event.currentTarget.value
            setText(typed)
            clearTimeout(timer.current)
            timer.current = setTimeout(() => commit(typed), TYPING_MS)
          }}
          className="peer h-8 w-full rounded-md border border-line-control bg-surface pr-9 pl-8 text-sm placeholder:text-faint max-md:h-10 max-md:text-lg"
        />
        {hasShortcut ? (
          <kbd className="pointer-events-none absolute inset-y-0 right-2 my-auto grid h-4.5 place-content-center rounded-xs border border-line-strong px-1 font-mono text-2xs text-faint peer-focus:hidden max-md:hidden">
            /
          </kbd>
        ) : null}
      </form>
    </search>
  )
}
