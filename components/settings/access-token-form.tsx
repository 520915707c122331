'use client'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { createAccessTokenMutation } from '@/lib/api/access-tokens.ts'
import { useSession } from '@/lib/api/use-session.ts'
import { Button } from '../ui/button.tsx'
import { Field, Input } from '../ui/forms/field.tsx'
import { Select } from '../ui/forms/select.tsx'
import { DialogFooter } from '../ui/overlays/dialog-footer.tsx'
import { RequestErrorNote } from '../ui/request-error-note.tsx'
import { abilityText } from './access-token-text.ts'

const lifetimes = [7, 30, 90, 365]

type Props = { onSecret: (secret: string) => void; onBack: () => void }

export function AccessTokenForm({ onSecret, onBack }: Props) {
  const { member } = useSession()
  const formId = useId()
  const [name, setName] = useState('')
  const [days, setDays] = useState(90)
  const create = useMutation(createAccessTokenMutation(onSecret))

  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    create.mutate({ name: name.trim(), expiresInDays: days })
  }

  return (
    <form id={formId} onSubmit={handleSubmit} className="space-y-4 p-5 text-sm">
      <Field label="Name" hint="What it is for, such as “nightly refresh”. The team sees this name.">
        {(wiring) => (
          <Input
            {...wiring}
            data-first
            value={name}
            maxLength={60}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label="Expires after" hint="After that, scripts need a new token.">
        {(wiring) => (
          <Select
            {...wiring}
            label="Expires after"
            value={String(days)}
            options={lifetimes.map((value) => ({ value: String(value), words: `${value} days` }))}
            onChange={(value) => setDays(Number(value))}
          />
        )}
      </Field>
      <p className="text-muted">
        The token acts for you, with your current role. {abilityText(member.role)} It ends when you leave the
        team.
      </p>
      {create.error && <RequestErrorNote error={create.error} />}
      <DialogFooter>
        <Button onClick={onBack}>Back</Button>
        <Button
          type="submit"
          form={formId}
          variant="primary"
          isBusy={create.isPending}
          disabled={!name.trim()}
        >
          Create token
        </Button>
      </DialogFooter>
    </form>
  )
}
