'use client'

import { useQuery } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import Link from 'next/link'
import { teamActivityQuery } from '@/lib/api/activity.ts'
import type { TeamActivity } from '@/lib/domain/refreshes/activity/team-activity-schema.ts'
import { refreshTitle } from '@/lib/domain/refreshes/refresh-title.ts'
import { shortAddress } from '@/lib/format/address.ts'
import { RequestErrorNote } from '../../ui/request-error-note.tsx'
import { Avatar } from '../../ui/text/avatar.tsx'
import { useZone } from '../../ui/text/clock.tsx'
import { Time } from '../../ui/text/time.tsx'
import { activityText } from './activity-text.ts'

/** The newest things that happened, each with the refresh it happened to. */
export function TeamActivityList() {
  const { data, error, refetch } = useQuery(teamActivityQuery())
  if (error && !data) return <RequestErrorNote error={error} onRetry={() => void refetch()} />
  if (data?.items.length === 0) return <p className="text-muted text-sm">No recent activity.</p>
  return (
    <ol className="text-sm">
      {data?.items.map((item) => (
        <Item key={item.activity.id} {...item} />
      ))}
    </ol>
  )
}

function Item({ activity, refresh }: TeamActivity['items'][number]) {
  const zone = useZone()
  const { at, by } = activity
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-2.5 border-line border-t py-2.5 first:border-t-0 first:pt-0 last:pb-0">
      {by ? (
        <Avatar address={by.address} />
      ) : (
        <span className="flex size-5 items-center justify-center rounded-full bg-track text-muted">
          <RefreshCw aria-hidden className="size-3" />
        </span>
      )}
      <span className="min-w-0 wrap-anywhere">
        <span className="block text-muted">
          {by ? (
            <strong className="font-semibold text-text">{by.name ?? shortAddress(by.address)} </strong>
          ) : null}
          <span className={by ? '' : 'inline-block first-letter:uppercase'}>
            {activityText(activity, zone)}
          </span>
        </span>
        <Link
          href={`/refreshes/${refresh.id}`}
          className="line-clamp-2 underline decoration-line-strong underline-offset-2 hover:decoration-current"
        >
          {refreshTitle(refresh)}
        </Link>
      </span>
      <Time at={at} style="age" className="whitespace-nowrap text-faint text-xs leading-5" />
    </li>
  )
}
