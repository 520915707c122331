'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { failedIdsQuery } from '@/lib/api/refreshes.ts'
import { type IdForm, writeIds } from '@/lib/domain/assets/write-ids.ts'
import { plural } from '@/lib/format/count.ts'
import { Menu, MenuItem } from '../../ui/overlays/menu.tsx'
import { useToast } from '../../ui/overlays/toast.tsx'
import { copy } from '../../ui/text/copy.ts'

type Which = { refreshId: string; cause: string | null }

const FRESH_MS = 5_000

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

/** The ids are read while the menu opens, because browsers copy only shortly after a click. */
function Items({ refreshId, cause }: Which) {
  const say = useToast()
  const client = useQueryClient()
  const query = { ...failedIdsQuery(refreshId, cause), staleTime: FRESH_MS }
  useQuery(query)
  const put = async (form: IdForm) => {
    const { ids } = await client.fetchQuery(query)
    const isCopied = await copy(writeIds(ids, form))
    say(
      isCopied
        ? `${plural(ids.length, 'id')} copied.`
        : 'This browser blocked copying. Allow it for this site, then try again.',
    )
  }
  const fail = (error: Error) => say(`Nothing was copied. ${error.message}`)
  return forms.map(([form, words]) => (
    <MenuItem key={form} onSelect={() => void put(form).catch(fail)}>
      {words}
    </MenuItem>
  ))
}
