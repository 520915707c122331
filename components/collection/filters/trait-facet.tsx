'use client'

import { useId, useState } from 'react'
import { visibleName } from '../../../lib/core/visible-name.ts'
import type { TraitFilter } from '../../../lib/domain/collections/model-schema.ts'
import { Checkbox } from '../../ui/forms/checkbox.tsx'
import { Facet } from './facet.tsx'

const FEW = 6

type Props = {
  filter: TraitFilter
  wanted: readonly string[]
  isOpen: boolean
  onToggle: (value: string) => void
}

/** The values of one trait. The network gives no counts, so none are shown. */
export function TraitFacet({ filter, wanted, isOpen, onToggle }: Props) {
  const id = useId()
  const [isWhole, setIsWhole] = useState(false)
  const values = [...new Set([...filter.values, ...wanted])]
  const shown = isWhole ? values : values.filter((value, at) => at < FEW || wanted.includes(value))
  return (
    <Facet title={visibleName(filter.key) ?? '(blank)'} isOpen={isOpen || wanted.length > 0}>
      <ul className={isWhole ? 'max-h-72 overflow-y-auto' : undefined}>
        {shown.map((value, at) => (
          <li key={value}>
            <label
              htmlFor={`${id}${at}`}
              className="flex min-h-7 cursor-pointer items-center gap-2.5 text-muted hover:text-text has-checked:text-text max-md:min-h-10"
            >
              <Checkbox id={`${id}${at}`} checked={wanted.includes(value)} onChange={() => onToggle(value)} />
              <span className="line-clamp-3 min-w-0 wrap-anywhere">{visibleName(value) ?? '(blank)'}</span>
            </label>
          </li>
        ))}
      </ul>
      {values.length > shown.length || isWhole ? (
        <button
          type="button"
          className="ml-6.5 py-1 text-accent-text text-xs underline decoration-line-strong underline-offset-3"
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? 'Show fewer' : `Show all ${values.length}`}
        </button>
      ) : null}
    </Facet>
  )
}
