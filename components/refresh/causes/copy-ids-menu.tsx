'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { failedIdsQuery } from '@/lib/api/refreshes.ts'
import { type IdForm, writeIds } from '@/lib/domain/assets/write-ids.ts'
import { plural } from '@/lib/format/count.ts'
import { Menu, MenuItem } from '../../ui/overlays/menu.tsx'
import { useToast } from '../../ui/overlays/toast.tsx'
import { RequestErrorNote } from '../../ui/request-error-note.tsx'
import { copy } from '../../ui/text/copy.ts'

type Which = { refreshId: string; cause: string | null }

const forms: [IdForm, string][] = [
  ['lines', 'One per line'],
  ['commas', 'Separated by commas'],
  ['ranges', 'As ranges'],
]

export function CopyIdsMenu({ trigger, ...which }: Which & { trigger: ReactElement }) {
  return (
    <Menu trigger={trigger} label="Form of the ids" isOpenAtFirst>
      <Items {...which} />
    </Menu>
  )
}

/** The ids are read while the menu opens, because browsers copy only within a click. */
function Items({ refreshId, cause }: Which) {
  const say = useToast()
  const { data, error, refetch } = useQuery({ ...failedIdsQuery(refreshId, cause), staleTime: 0 })
  if (error) return <RequestErrorNote error={error} onRetry={() => void refetch()} />
  const put = async (ids: string[], form: IdForm) =>
    say(
      (await copy(writeIds(ids, form)))
        ? `${plural(ids.length, 'id')} copied.`
        : 'This browser blocked copying. Allow it for this site, then try again.',
    )
  return forms.map(([form, words]) => (
    <MenuItem key={form} isDisabled={!data} onSelect={() => void (data && put(data.ids, form))}>
      {words}
    </MenuItem>
  ))
}
