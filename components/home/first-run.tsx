'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { collectionsQuery } from '@/lib/api/collections.ts'
import { changeMeMutation } from '@/lib/api/session.ts'
import { useSession } from '@/lib/api/use-session.ts'
import type { RefreshSummary } from '@/lib/refresh/model.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Id } from '../ui/id.tsx'
import { Panel } from '../ui/panel.tsx'

const BEGINNERS = 'Kestrel Relics'

/** The way through the demo in three steps; only what was submitted here by hand counts. */
export function FirstRun({ refreshes }: { refreshes: RefreshSummary[] }) {
  const { member, preferences } = useSession()
  const hide = useMutation(changeMeMutation())
  const { data } = useQuery(collectionsQuery())
  if (preferences.hidesFirstRun) return null
  const relics = data?.items.find(({ name }) => name === BEGINNERS)
  const sample = refreshes.find(({ progress, source }) => source === 'sample' && progress.failed > 0)
  const own = refreshes.filter(({ source }) => source === 'desk')
  const hasRetried = own.some(({ retryOf }) => retryOf.length > 0)
  const done = 1 + Number(own.length > 0) + Number(hasRetried)
  return (
    <Panel
      title="Your first refresh"
      detail={`${done} of 3 done`}
      actions={
        <Button variant="quiet" onClick={() => hide.mutate({ hidesFirstRun: true })}>
          Hide this
        </Button>
      }
      isFlush
    >
      <ol className="grid md:grid-cols-3">
        <Step number={1} isDone title="Connect a wallet">
          <p>You are signed in, and the desk knows which wallet is yours.</p>
          <Id value={member.address} />
        </Step>
        <Step number={2} isDone={own.length > 0} title="Pick tokens and submit">
          <p>
            Start with {BEGINNERS}: 60 tokens fit into one request. Some are broken on purpose, so that you
            see what a failure looks like.
          </p>
          {relics ? (
            <ButtonLink
              href={`/${relics.network}/${relics.address}`}
              variant={own.length > 0 ? 'default' : 'primary'}
            >
              Open {BEGINNERS}
            </ButtonLink>
          ) : null}
        </Step>
        <Step number={3} isDone={hasRetried} title="See what failed, and retry it">
          <p>Failures come grouped by cause, each with its fix. A retry sends only the tokens that failed.</p>
          {sample ? <ButtonLink href={`/refreshes/${sample.id}`}>Look at the sample</ButtonLink> : null}
        </Step>
      </ol>
    </Panel>
  )
}

function Step({
  number,
  isDone,
  title,
  children,
}: {
  number: number
  isDone: boolean
  title: string
  children: ReactNode
}) {
  return (
    <li className="flex gap-3 border-line p-4 max-md:border-t max-md:first:border-t-0 md:border-l md:first:border-l-0">
      <span
        aria-hidden
        className={`inline-flex size-6 shrink-0 items-center justify-center rounded-full border text-xs ${isDone ? 'border-succeeded-line bg-succeeded-soft text-succeeded' : 'border-line-control'}`}
      >
        {isDone ? <Check className="size-3.5" /> : number}
      </span>
      <div className="flex min-w-0 flex-col items-start gap-2 text-muted text-sm">
        <h3 className="font-semibold text-text">
          {title}
          {isDone ? <span className="sr-only"> (done)</span> : null}
        </h3>
        {children}
      </div>
    </li>
  )
}
