'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { collectionsQuery } from '@/lib/api/collections.ts'
import { refreshesQuery } from '@/lib/api/refreshes.ts'
import { changeMeMutation } from '@/lib/api/session.ts'
import { useSession } from '@/lib/api/use-session.ts'
import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { Id } from '../ui/text/id.tsx'
import { firstRunSteps, submittedHere } from './first-run-steps.ts'

const BEGINNERS = 'Kestrel Relics'

/** The demo steps until all are done; only refreshes this member submitted here count. */
export function FirstRun({ refreshes }: { refreshes: RefreshSummary[] }) {
  const { member, preferences } = useSession()
  const hide = useMutation(changeMeMutation())
  const own = useQuery(refreshesQuery(submittedHere)).data?.items ?? []
  const { title, words, steps } = firstRunSteps({ role: member.role, own })
  if (preferences.hidesFirstRun || steps.every(({ isDone }) => isDone)) return null
  const texts = {
    connect: <Connect />,
    submit: <Submit hasSubmitted={own.length > 0} />,
    retry: <Failures refreshes={refreshes} words="A retry sends only the tokens that failed." />,
    look: <Failures refreshes={refreshes} words="To submit too, ask an admin to make you an operator." />,
  }
  return (
    <Panel
      title={title}
      detail={words}
      actions={
        <Button variant="quiet" onClick={() => hide.mutate({ hidesFirstRun: true })}>
          Hide this
        </Button>
      }
      isFlush
    >
      <ol className={`grid ${steps.length === 3 ? 'md:grid-cols-3' : 'md:grid-cols-2'}`}>
        {steps.map(({ step, isDone }, at) => (
          <Step key={step} number={at + 1} isDone={isDone} title={titles[step]}>
            {texts[step]}
          </Step>
        ))}
      </ol>
    </Panel>
  )
}

const titles = {
  connect: 'Connect a wallet',
  submit: 'Pick tokens and submit',
  retry: 'See what failed, and retry it',
  look: 'See what failed, and why',
}

function Connect() {
  const { member } = useSession()
  return (
    <>
      <p>You are signed in with this wallet.</p>
      <Id value={member.address} />
    </>
  )
}

function Submit({ hasSubmitted }: { hasSubmitted: boolean }) {
  const { data } = useQuery(collectionsQuery())
  const relics = data?.items.find(({ name }) => name === BEGINNERS)
  return (
    <>
      <p>
        Start with {BEGINNERS}: 60 tokens fit into one request. Some are broken on purpose, so that you see
        what a failure looks like.
      </p>
      {relics ? (
        <ButtonLink
          href={`/${relics.network}/${relics.address}`}
          variant={hasSubmitted ? 'default' : 'primary'}
        >
          Open {BEGINNERS}
        </ButtonLink>
      ) : null}
    </>
  )
}

function Failures({ refreshes, words }: { refreshes: RefreshSummary[]; words: string }) {
  const sample = refreshes.find(({ progress, source }) => source === 'sample' && progress.failed > 0)
  return (
    <>
      <p>Failures come grouped by cause, each with its fix. {words}</p>
      {sample ? <ButtonLink href={`/refreshes/${sample.id}`}>Look at the sample</ButtonLink> : null}
    </>
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
