'use client'

import { Calendar } from 'lucide-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { addDays, formatDate, parseDate } from '@/lib/format/day.ts'
import { useZone } from '../text/clock.tsx'
import { Input } from './field.tsx'

type Props = {
  id: string
  /** The start of the day; null for none. */
  value: string | null
  onChange: (moment: string | null) => void
  className?: string
}

const steps: Partial<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 30, PageDown: -30 }

/** A date field in the product's format; arrow keys change the day, and a button opens the browser's calendar. */
export function DayField({ id, value, onChange, className = '' }: Props) {
  const [typed, setTyped] = useState<{ text: string; over: string | null } | null>(null)
  const [isWrong, setWrong] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const note = useId()
  const zone = useZone()
  const chosen = value === null ? null : new Date(value)
  // What was typed stands until the value follows, which the address of the page may do a moment later.
  const draft = typed?.over === value ? typed.text : null
  const setDraft = (text: string) => setTyped({ text, over: value })
  const text = draft ?? (chosen ? formatDate(chosen, zone) : '')

  function take(day: Date | null) {
    setWrong(false)
    const moment = day?.toISOString() ?? null
    if (moment === value) return setTyped(null)
    setDraft(day ? formatDate(day, zone) : '')
    onChange(moment)
  }

  function finish() {
    if (draft === null) return
    const day = parseDate(draft, new Date())
    if (day || draft.trim() === '') take(day)
    else setWrong(true)
  }

  function handleKeyDown(event: KeyboardEvent) {
    const step = steps[event.key]
    if (event.key === 'Enter') finish()
    else if (event.key === 'Escape' && draft !== null) take(chosen)
    else if (step) setDraft(formatDate(addDays(parseDate(text, new Date()) ?? new Date(), step)))
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <span className={`relative inline-grid ${className}`}>
      <Input
        id={id}
        value={text}
        placeholder="30 Nov 2026"
        autoComplete="off"
        aria-invalid={isWrong || undefined}
        aria-describedby={note}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={finish}
        onKeyDown={handleKeyDown}
        className="pr-8!"
      />
      <button
        type="button"
        aria-label="Choose in a calendar"
        onClick={() => picker.current?.showPicker()}
        className="absolute top-0 right-0 grid size-8 place-content-center rounded-md text-faint hover:text-text pointer-coarse:size-10"
      >
        <Calendar aria-hidden className="size-4" />
      </button>
      <input
        ref={picker}
        type="date"
        aria-hidden
        tabIndex={-1}
        onChange={(event) => take(parseDate(event.target.value, new Date()))}
        className="pointer-events-none absolute right-0 bottom-0 size-px opacity-0"
      />
      <span id={note} role="status" className="text-failed text-xs empty:hidden">
        {isWrong ? 'Enter a date such as 30 Nov 2026.' : ''}
      </span>
    </span>
  )
}
