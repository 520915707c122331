'use client'

import { type ReactNode, useState } from 'react'
import { formatCount } from '../../lib/format/count.ts'
import type { RefreshPlan } from '../../lib/refresh/submission.ts'
import { QuotaLine } from './quota-line.tsx'
import { viewQuota } from './quota-view.ts'

type Props = { ids: readonly string[]; plan: RefreshPlan | null; networkName: string }

export function ReviewFacts({ ids, plan, networkName }: Props) {
  const [isListed, setIsListed] = useState(false)
  const batchSize = plan?.batchSize ?? 1_000
  return (
    <dl className="divide-y divide-line">
      <Row title="Tokens">
        <p>
          {formatCount(ids.length)} selected.{' '}
          <button
            type="button"
            aria-expanded={isListed}
            className="text-accent-text underline decoration-line-strong underline-offset-3"
            onClick={() => setIsListed(!isListed)}
          >
            {isListed ? 'Hide the list' : 'See the list'}
          </button>
        </p>
        {isListed ? (
          <textarea
            readOnly
            rows={5}
            aria-label="Token ids of this refresh"
            value={ids.join('\n')}
            className="w-full resize-y rounded-md border border-line bg-well p-2 font-mono text-xs"
          />
        ) : null}
        <Small>The list is frozen when you submit.</Small>
      </Row>
      <Row title="Requests">
        <Small>
          {networkName} takes up to {formatCount(batchSize)} tokens per request, so the desk cuts the list
          into batches and sends them one after the other.
        </Small>
      </Row>
      <Row title="Quota">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {plan ? <QuotaLine view={viewQuota(plan.quota, plan.requests, new Date())} /> : null}
        </div>
        <Small>
          The quota belongs to the project, so your team shares it. You can close this page: the desk sends
          the rest.
        </Small>
      </Row>
      <Row title="Finish">
        <p>Not known yet.</p>
        <Small>Immutable says it may take up to 48 hours. A request that is sent cannot be stopped.</Small>
      </Row>
    </dl>
  )
}

const Row = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-3 py-2.5 max-md:grid-cols-1 max-md:gap-0.5">
    <dt className="text-muted">{title}</dt>
    <dd className="grid gap-1">{children}</dd>
  </div>
)

const Small = ({ children }: { children: ReactNode }) => <p className="text-faint text-xs">{children}</p>
