'use client'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { changeMeMutation } from '@/lib/api/session.ts'
import { useSession } from '@/lib/api/use-session.ts'
import { Button } from '../ui/button.tsx'
import { Field, Input } from '../ui/forms/field.tsx'
import { Switch } from '../ui/forms/switch.tsx'
import { Panel } from '../ui/panel.tsx'
import { Id } from '../ui/text/id.tsx'

/** The member's name and keyboard preference. */
export function ProfileSection() {
  const { member, preferences } = useSession()
  const [name, setName] = useState(member.name ?? '')
  const change = useMutation(changeMeMutation())

  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    if (name.trim()) change.mutate({ name: name.trim() })
  }

  return (
    <Panel title="You">
      <p className="mb-3 flex flex-wrap items-center gap-2 text-muted">
        Signed in as <Id kind="address" value={member.address} /> with the role {member.role}.
      </p>
      <form onSubmit={handleSubmit} className="flex flex-wrap items-end gap-2">
        <Field label="Name shown to the team" error={change.error?.message}>
          {(wiring) => (
            <Input
              {...wiring}
              value={name}
              maxLength={60}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Button
          type="submit"
          isBusy={change.isPending}
          disabled={!name.trim() || name.trim() === member.name}
        >
          Save name
        </Button>
      </form>
      <div className="mt-4 border-t border-line pt-3">
        <Switch isOn={preferences.shortcuts} onChange={(shortcuts) => change.mutate({ shortcuts })}>
          Single-letter shortcuts
        </Switch>
        <p className="mt-1 text-xs text-faint">
          Letters such as R or X work outside text fields. Ctrl+K and the arrow keys always work.
        </p>
      </div>
    </Panel>
  )
}
