'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useSession } from '@/lib/api/use-session.ts'
import { findAddress } from '@/lib/domain/networks/address.ts'
import { Button } from '../ui/button.tsx'
import { Input } from '../ui/forms/field.tsx'
import { Select } from '../ui/forms/select.tsx'

export function OpenByAddress() {
  const router = useRouter()
  const id = useId()
  const { networks } = useSession()
  const [network, setNetwork] = useState(networks[0]?.slug ?? 'imx-local')
  const [text, setText] = useState('')
  const [problem, setProblem] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = findAddress(text)
    const digits = text.trim().replace(/^0x/i, '').length
    setProblem(found ? '' : `An address has 40 digits after 0x; this one has ${digits}.`)
    if (found) router.push(`/${network}/${found}`)
  }
  return (
    <form onSubmit={submit} className="flex flex-wrap items-center gap-2">
      {networks.length > 1 ? (
        <Select
          label="Network"
          value={network}
          options={networks.map(({ slug, name }) => ({ value: slug, words: name }))}
          onChange={setNetwork}
        />
      ) : null}
      <label htmlFor={id} className="sr-only">
        Open a collection by its address
      </label>
      <Input
        id={id}
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder="Open by address, 0x…"
        aria-invalid={problem !== '' || undefined}
        aria-describedby={`${id}-problem`}
        className="w-48!"
      />
      <Button type="submit">Open</Button>
      <span id={`${id}-problem`} role="alert" className="w-full text-failed text-xs empty:hidden">
        {problem}
      </span>
    </form>
  )
}
