'use client'
import { Field, Input } from '../../ui/forms/field.tsx'

type Props = { value: string; onChange: (value: string) => void }

const hint =
  'This desk has no admin yet. Enter the token that the server printed when it started to become the first admin. It works once.'

/** Shown only in real mode, while there is no admin. */
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
