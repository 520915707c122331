'use client'

import { useState } from 'react'
import { findAddress } from '../../../lib/domain/networks/address.ts'

export type OwnerFormProps = {
  owner: string | null
  ownAddress: string | null
  onChange: (owner: string | null) => void
}

export function OwnerForm({ owner, ownAddress, onChange }: OwnerFormProps) {
  const [fault, setFault] = useState<string | null>(null)

  function commit(text: string) {
    const trimmed = text.trim()
    const found = findAddress(trimmed)
    setFault(trimmed === '' || found ? null : 'An address is 0x followed by 40 hexadecimal digits.')
    if (trimmed === '' && owner !== null) onChange(null)
    if (found && found !== owner) onChange(found)
  }

  return (
    <form
      className="grid gap-1.5"
      onSubmit={(event) => {
        event.preventDefault()
        commit(String(new FormData(event.currentTarget).get('owner') ?? ''))
      }}
    >
      <input
        key={owner}
        name="owner"
        aria-label="Address of the owner"
        placeholder="0x…"
        defaultValue={owner ?? ''}
        aria-invalid={fault !== null}
        aria-describedby={fault ? 'owner-fault' : undefined}
        spellCheck={false}
        autoComplete="off"
        onBlur={(event) => commit(event.currentTarget.value)}
        className="h-7 w-full rounded-md border border-line-control bg-surface px-2 font-mono text-xs aria-invalid:border-failed-fill max-md:h-10"
      />
      {fault ? (
        <p id="owner-fault" className="text-failed text-xs">
          {fault}
        </p>
      ) : null}
      {ownAddress && owner !== ownAddress ? (
        <button
          type="button"
          className="justify-self-start text-accent-text text-xs underline decoration-line-strong underline-offset-3"
          onClick={() => onChange(ownAddress)}
        >
          Only yours
        </button>
      ) : null}
    </form>
  )
}
