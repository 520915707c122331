'use client'

import { Link2 } from 'lucide-react'
import Link from 'next/link'
import { type ReactNode, useEffect } from 'react'
import { isFinished } from '@/lib/domain/batches/state.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { refreshName } from '@/lib/domain/refreshes/refresh-key.ts'
import { refreshTabTitle, refreshTitle } from '@/lib/domain/refreshes/refresh-title.ts'
import { formatCount, percent, plural } from '@/lib/format/count.ts'
import { Page } from '../../ui/page.tsx'
import { State } from '../../ui/state.tsx'
import { CopyText } from '../../ui/text/copy-text.tsx'
import { SourceTag } from '../../ui/text/source-tag.tsx'
import { SubmittedBy } from '../../ui/text/submitted-by.tsx'
import { Time } from '../../ui/text/time.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { RefreshActions } from '../actions/refresh-actions.tsx'
import { processedCount, tookText } from '../batches/refresh-text.ts'

type Props = { refresh: RefreshDetail; canAct: boolean; children: ReactNode }

export function RefreshFrame({ refresh, canAct, children }: Props) {
  const { collection, number, source, progress, state } = refresh
  const place = `/${collection.network}/${collection.address}`
  const took = tookText(refresh)
  const tabTitle = refreshTabTitle(refresh)
  useEffect(() => {
    const share = isFinished(state) ? '' : `${percent(processedCount({ progress }), progress.total)}% `
    document.title = `${share}${tabTitle} · Refresh Desk`
  }, [state, progress, tabTitle])
  return (
    <Page
      image={<Thumbnail url={collection.imageUrl} className="size-12" />}
      crumbs={[
        { label: 'Refreshes', href: '/refreshes' },
        { label: collection.name, href: place },
        { label: refreshName(number) },
      ]}
      title={refreshTitle(refresh)}
      lead={
        <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1">
          <State kind="refresh" value={state} isChip />
          <span>
            {plural(progress.total, 'token')} of{' '}
            <Link
              href={place}
              className="underline decoration-line-strong underline-offset-2 hover:decoration-current"
            >
              {collection.name}
            </Link>
          </span>
          <SubmittedBy refresh={refresh} />
          <SourceTag source={source} />
          <Time at={refresh.createdAt} style="moment" />
          {took ? <span>took {took}</span> : null}
          <span className="sr-only">{formatCount(processedCount(refresh))} processed</span>
        </span>
      }
      actions={
        <>
          <CopyText
            label="Copy link"
            text={() => `${location.origin}/refreshes/${refreshName(number)}`}
            icon={<Link2 aria-hidden />}
          />
          {canAct ? <RefreshActions refresh={refresh} /> : null}
        </>
      }
    >
      {children}
    </Page>
  )
}
