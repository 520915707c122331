'use client'

import dynamic from 'next/dynamic'
import type { KeyboardEvent } from 'react'
import { useOnFirstUse } from '../overlays/use-on-first-use.ts'
import { SelectFace, type SelectProps, selectLook } from './select-face.tsx'

const load = () => import('./select-list.tsx').then((module) => module.SelectList)
const SelectList = dynamic(load) as typeof import('./select-list.tsx').SelectList

const opening = ['Enter', ' ', 'ArrowDown', 'ArrowUp']

/** A select whose list is loaded on first use. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { isWanted, open, near } = useOnFirstUse(load)
  if (isWanted) return <SelectList {...props} />
  const {
    label,
    value,
    options,
    onChange: _,
    placeholder,
    isDisabled,
    isActive = false,
    className = '',
    ...wiring
  } = props
  const handleKeyDown = (event: KeyboardEvent) => {
    if (!opening.includes(event.key)) return
    event.preventDefault()
    open()
  }
  return (
    <button
      {...wiring}
      type="button"
      role="combobox"
      aria-label={wiring.id ? undefined : label}
      aria-haspopup="listbox"
      aria-expanded={false}
      disabled={isDisabled}
      {...near}
      onClick={open}
      onKeyDown={handleKeyDown}
      className={selectLook(isActive, className)}
    >
      <SelectFace words={placeholder ?? options.find((option) => option.value === value)?.words} />
    </button>
  )
}
