'use client'

import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { collectionsQuery } from '@/lib/api/collections.ts'
import { membersQuery } from '@/lib/api/members.ts'
import { useSession } from '@/lib/api/use-session.ts'
import { refreshStates } from '@/lib/domain/batches/state.ts'
import { refreshSources } from '@/lib/domain/refreshes/refresh-sources.ts'
import { sourceNames } from '@/lib/domain/refreshes/source.ts'
import { cutMiddle, shortAddress } from '@/lib/format/address.ts'
import { Button } from '../../ui/button.tsx'
import { DayField } from '../../ui/forms/day-field.tsx'
import { Select } from '../../ui/forms/select.tsx'
import { Switch } from '../../ui/forms/switch.tsx'
import { refreshLooks } from '../../ui/state-look.ts'
import { hasFilters, withFilter } from './history-filter.ts'
import { IdSearch } from './id-search.tsx'

type Props = { search: URLSearchParams; onChange: (search: URLSearchParams) => void }

export function HistoryFilters({ search, onChange }: Props) {
  const { data: collections } = useQuery(collectionsQuery())
  const { data: members } = useQuery(membersQuery())
  const { mode } = useSession()
  const set = (changes: Parameters<typeof withFilter>[1]) => onChange(withFilter(search, changes))
  const place = search.get('collection')
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <IdSearch search={search} onToken={(tokenId) => set({ tokenId })} />
      <Pick
        label="State"
        value={search.get('state')}
        onPick={(state) => set({ state })}
        options={refreshStates.map((state) => [state, refreshLooks[state].words])}
      />
      <Pick
        label="Source"
        value={search.get('source')}
        onPick={(source) => set({ source })}
        options={refreshSources
          .filter((source) => source !== 'sample' || mode === 'demo')
          .map((source) => [source, sourceNames[source]])}
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
      {search.has('needs') ? (
        <Pick
          label="Needs"
          value={search.get('needs')}
          onPick={(needs) => set({ needs })}
          options={[
            ['you', 'Needs you'],
            ['anyone', 'Needs someone'],
          ]}
        />
      ) : null}
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

/** A value in the URL that the list lacks is still shown, because it filters. */
function Pick({ label, value, onPick, options }: PickProps) {
  const known = options.map(([key, words]) => ({ value: key, words }))
  const isKnown = value === null || known.some((option) => option.value === value)
  const unknown = isKnown ? [] : [{ value, words: cutMiddle(value.split(' ').at(-1) ?? value, 6, 4) }]
  return (
    <Select
      label={label}
      value={value ?? ''}
      placeholder={value === null ? label : undefined}
      options={[{ value: '', words: 'Any' }, ...known, ...unknown]}
      onChange={(chosen) => onPick(chosen || null)}
      isActive={value !== null}
      className="max-w-40"
    />
  )
}

/** Filters from local midnight of the chosen day. */
function Since({ value, onPick }: { value: string | null; onPick: (iso: string | null) => void }) {
  const id = useId()
  return (
    <span className="flex items-center gap-1.5">
      <label htmlFor={id} className="text-muted">
        Since
      </label>
      <DayField id={id} value={value} onChange={onPick} className="w-38" />
    </span>
  )
}
