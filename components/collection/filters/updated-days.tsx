'use client'

import { useId } from 'react'
import { DayField } from '../../ui/forms/day-field.tsx'

export type UpdatedDaysProps = {
  after: string | null
  before: string | null
  onChange: (part: { updatedAfter?: string | null; updatedBefore?: string | null }) => void
}

/** Days in the reader's time zone; the URL holds the exact time. */
export function UpdatedDays({ after, before, onChange }: UpdatedDaysProps) {
  return (
    <div className="grid gap-2">
      <DayInput label="On or after" value={after} onChange={(updatedAfter) => onChange({ updatedAfter })} />
      <DayInput label="Before" value={before} onChange={(updatedBefore) => onChange({ updatedBefore })} />
    </div>
  )
}

type DayProps = { label: string; value: string | null; onChange: (moment: string | null) => void }

function DayInput({ label, value, onChange }: DayProps) {
  const id = useId()
  return (
    <div className="grid gap-1 text-muted text-xs">
      <label htmlFor={id}>{label}</label>
      <DayField id={id} value={value} onChange={onChange} />
    </div>
  )
}
