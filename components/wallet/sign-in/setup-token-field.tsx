'use client'
import { Field, Input } from '../../ui/forms/field.tsx'

type Props = { value: string; onChange: (value: string) => void }

const hint =
  'This desk has no admin yet. The server printed this token when it started. Whoever brings it becomes the first admin, and then it is used up.'

/** Only on a desk that has no admin yet, in real mode. */
export function SetupTokenField({ value, onChange }: Props) {
  return (
    <Field label="Set-up token" hint={hint} className="rounded-lg border border-line bg-surface p-4">
      {(wiring) => (
        <Input
          {...wiring}
          className="font-mono"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </Field>
  )
}
