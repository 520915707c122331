'use client'

import { Facet } from './facet.tsx'

type Props = {
  after: string | null
  before: string | null
  onChange: (part: { updatedAfter?: string | null; updatedBefore?: string | null }) => void
}

/** Days as the reader's clock sees them; the address carries the exact moment. */
export function UpdatedFacet({ after, before, onChange }: Props) {
  return (
    <Facet title="Updated" isOpen={after !== null || before !== null}>
      <div className="grid gap-2">
        <DayInput label="On or after" value={after} onChange={(updatedAfter) => onChange({ updatedAfter })} />
        <DayInput label="Before" value={before} onChange={(updatedBefore) => onChange({ updatedBefore })} />
      </div>
    </Facet>
  )
}

type DayProps = { label: string; value: string | null; onChange: (moment: string | null) => void }

function DayInput({ label, value, onChange }: DayProps) {
  return (
    <label className="grid gap-1 text-muted text-xs">
      {label}
      <input
        type="date"
        className="h-7 rounded-md border border-line-control bg-surface px-2 text-sm text-text max-md:h-10"
        value={value === null ? '' : toDay(new Date(value))}
        onChange={(event) => onChange(toMoment(event.currentTarget.value))}
      />
    </label>
  )
}

const toDay = (at: Date): string =>
  [at.getFullYear(), String(at.getMonth() + 1).padStart(2, '0'), String(at.getDate()).padStart(2, '0')].join(
    '-',
  )

function toMoment(day: string): string | null {
  const at = new Date(`${day}T00:00:00`)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}
