'use client'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { addMemberMutation } from '@/lib/api/members.ts'
import { findAddress } from '@/lib/domain/networks/address.ts'
import type { Role } from '@/lib/domain/team/model.ts'
import { Button } from '../ui/button.tsx'
import { Field, Input } from '../ui/forms/field.tsx'
import { Panel } from '../ui/panel.tsx'
import { RoleSelect } from './role-select.tsx'

/** Adds a member by wallet address. No invitation is sent; they can sign in from then on. */
export function AddMemberForm() {
  const [address, setAddress] = useState('')
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('viewer')
  const [problem, setProblem] = useState<string | null>(null)
  const add = useMutation(addMemberMutation())

  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    const found = findAddress(address)
    if (!found) return setProblem(explain(address))
    setProblem(null)
    const input = { address: found, role, ...(name.trim() && { name: name.trim() }) }
    add.mutate(input, {
      onSuccess: () => {
        setAddress('')
        setName('')
      },
      onError: (error) => setProblem(error.message),
    })
  }

  return (
    <Panel title="Add a member">
      <form noValidate onSubmit={handleSubmit} className="flex flex-wrap items-start gap-3">
        <Field label="Wallet address" error={problem} className="min-w-64 flex-3">
          {(wiring) => (
            <Input
              {...wiring}
              value={address}
              onChange={(event) => setAddress(event.target.value)}
              className="font-mono"
              placeholder="0x…"
              spellCheck={false}
              autoComplete="off"
            />
          )}
        </Field>
        <Field label="Name" className="min-w-40 flex-1">
          {(wiring) => (
            <Input
              {...wiring}
              value={name}
              maxLength={60}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <RoleSelect label="Role" role={role} onChange={setRole} />
        <Button type="submit" variant="primary" isBusy={add.isPending} className="mt-6">
          Add member
        </Button>
        <p aria-live="polite" className="w-full text-xs text-faint">
          {add.isSuccess && !problem
            ? 'Added. This wallet can sign in now.'
            : 'Once added, they can sign in with this wallet. No invitation is sent.'}
        </p>
      </form>
    </Panel>
  )
}

function explain(address: string): string {
  const digits = address.trim().replace(/^0x/i, '')
  if (!/^[0-9a-f]*$/i.test(digits)) return 'An address is 0x followed by 40 hexadecimal digits.'
  return `An address has 40 digits after 0x; this one has ${digits.length}.`
}
