'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useRef, useState } from 'react'
import { collectionsQuery } from '@/lib/api/collections.ts'
import { membersQuery } from '@/lib/api/members.ts'
import { isTokenId } from '@/lib/collection/token-id.ts'
import { shortAddress } from '@/lib/format/address.ts'
import { refreshStates } from '@/lib/refresh/state.ts'
import { Button } from '../ui/button.tsx'
import { Input, Select } from '../ui/field.tsx'
import { refreshLooks } from '../ui/state-look.ts'
import { Switch } from '../ui/switch.tsx'
import { useShortcut } from '../ui/use-shortcut.ts'
import { hasFilters, withFilter } from './history-filter.ts'

type Props = { search: URLSearchParams; onChange: (search: URLSearchParams) => void }

export function HistoryFilters({ search, onChange }: Props) {
  const { data: collections } = useQuery(collectionsQuery())
  const { data: members } = useQuery(membersQuery())
  const set = (changes: Parameters<typeof withFilter>[1]) => onChange(withFilter(search, changes))
  const place = search.get('collection')
  return (
    <div className="flex flex-wrap items-center gap-2">
      <IdSearch search={search} onToken={(tokenId) => set({ tokenId })} />
      <Pick
        label="State"
        value={search.get('state')}
        onPick={(state) => set({ state })}
        options={refreshStates.map((state) => [state, refreshLooks[state].words])}
      />
      <Pick
        label="Collection"
        value={place && `${search.get('network') ?? ''} ${place}`}
        onPick={(value) => {
          const [network = null, collection = null] = value?.split(' ') ?? []
          set({ network, collection })
        }}
        options={(collections?.items ?? []).map(({ network, address, name }) => [
          `${network} ${address}`,
          name,
        ])}
      />
      <Pick
        label="By"
        value={search.get('member')}
        onPick={(member) => set({ member })}
        options={(members?.items ?? []).map(({ id, name, address }) => [id, name ?? shortAddress(address)])}
      />
      <Since value={search.get('from')} onPick={(from) => set({ from })} />
      {hasFilters(search) ? (
        <Button variant="quiet" onClick={() => onChange(new URLSearchParams())}>
          Clear filters
        </Button>
      ) : null}
      <span className="ml-auto">
        <Switch isOn={search.has('problems')} onChange={(isOn) => set({ problems: isOn ? '1' : null })}>
          Problems only
        </Switch>
      </span>
    </div>
  )
}

type PickProps = {
  label: string
  value: string | null
  onPick: (value: string | null) => void
  options: (readonly [string, string])[]
}

function Pick({ label, value, onPick, options }: PickProps) {
  return (
    <Select
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onPick(event.target.value || null)}
      className={`w-auto! max-w-44 ${value ? 'border-accent-line bg-accent-soft text-accent-text' : ''}`}
    >
      <option value="">{label}</option>
      {options.map(([key, words]) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </Select>
  )
}

/** The person's own midnight of the day they pick. */
function Since({ value, onPick }: { value: string | null; onPick: (iso: string | null) => void }) {
  const id = useId()
  const local = value ? new Date(value).toLocaleDateString('sv') : ''
  return (
    <span className="flex items-center gap-1.5">
      <label htmlFor={id} className="text-muted">
        Since
      </label>
      <Input
        id={id}
        type="date"
        className="w-auto!"
        value={local}
        onChange={(event) =>
          onPick(event.target.value ? new Date(`${event.target.value}T00:00`).toISOString() : null)
        }
      />
    </span>
  )
}

/** A token id filters; a refresh number such as R-0142 opens that refresh. */
function IdSearch({
  search,
  onToken,
}: {
  search: URLSearchParams
  onToken: (tokenId: string | null) => void
}) {
  const router = useRouter()
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState('')
  useShortcut('/', (event) => {
    event.preventDefault()
    box.current?.focus()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const text = box.current?.value.trim() ?? ''
    const isNumber = /^r-?\d+$/i.test(text) || /^[0-9a-f-]{36}$/i.test(text)
    const tokenId = text.replace(/^#/, '')
    setProblem(
      isNumber || text === '' || isTokenId(tokenId) ? '' : 'Type a token id or a number such as R-0142.',
    )
    if (isNumber) router.push(`/refreshes/${text}`)
    else if (text === '' || isTokenId(tokenId)) onToken(tokenId || null)
  }
  return (
    <form onSubmit={submit} className="relative">
      <label htmlFor={id} className="sr-only">
        Token id or refresh id
      </label>
      <Input
        key={search.get('tokenId')}
        id={id}
        ref={box}
        defaultValue={search.get('tokenId') ?? ''}
        placeholder="Token id or refresh id"
        type="search"
        className="w-60!"
        aria-describedby={`${id}-problem`}
      />
      <span id={`${id}-problem`} role="status" className="block text-failed text-xs empty:hidden">
        {problem}
      </span>
    </form>
  )
}
