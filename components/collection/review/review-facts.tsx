'use client'

import type { ReactNode } from 'react'
import type { NetworkSlug } from '../../../lib/domain/networks/network-slug.ts'
import type { RefreshPlan } from '../../../lib/domain/refreshes/submission-schema.ts'
import { formatCount, formatRate, plural } from '../../../lib/format/count.ts'
import { formatClock, formatDuration } from '../../../lib/format/time.ts'
import { wordsOf } from '../../../lib/networks/words.ts'
import { Checkbox } from '../../ui/forms/checkbox.tsx'
import { QuotaSlots } from '../../ui/quota-slots.tsx'
import { ReviewTokens } from './review-tokens.tsx'
import type { Review } from './use-review.ts'

type Props = { review: Review; network: NetworkSlug; networkName: string }

export function ReviewFacts({ review, network, networkName }: Props) {
  const plan = review.plan.data
  const { vendor, longestRequest } = wordsOf(network)
  return (
    <dl className="divide-y divide-line">
      <Row title="Tokens">
        <ReviewTokens selection={review.selection} plan={plan} />
        {plan && plan.refreshing > 0 ? (
          // biome-ignore lint/a11y/noLabelWithoutControl: Checkbox is a native one
          <label className="flex items-start gap-2 rounded-md bg-well p-2">
            <Checkbox
              checked={review.leavesOut}
              onChange={(event) => review.setLeavesOut(event.currentTarget.checked)}
              className="mt-0.5"
            />
            <span>Leave out {plural(plan.refreshing, 'token')} still being refreshed here</span>
          </label>
        ) : null}
        <Small>The list is frozen when you submit. Tokens minted later are not in it.</Small>
      </Row>
      <Row title="Requests">
        <Small>
          {networkName} takes up to {formatCount(plan?.batchSize ?? 1_000)} tokens per request, so the desk
          splits the list into batches and sends them one after another.
        </Small>
      </Row>
      <Row title="Quota">
        {plan ? <Hours plan={plan} /> : null}
        <Small>
          The quota belongs to the project, so your team shares it. You can close this page: the desk sends
          the rest.
        </Small>
      </Row>
      <Row title="Finish">
        <p>
          {plan?.timetable.throughput ? throughputText(plan.timetable.throughput) : 'Not enough data yet.'}
        </p>
        <Small>
          {vendor} says it may take up to {longestRequest}. A request that is sent cannot be stopped.
        </Small>
      </Row>
      {plan?.signatureSeconds ? (
        <Row title="Signature">
          <p>The last one was accepted for about {formatDuration(plan.signatureSeconds)}.</p>
          <Small>
            When the network stops accepting it, sending waits until the owner signs again. Nothing is lost.
          </Small>
        </Row>
      ) : null}
    </dl>
  )
}

/** The requests sent per hour, in order; hours after the second are summed up. */
function Hours({ plan: { quota, timetable } }: { plan: RefreshPlan }) {
  const limit = quota.limit
  if (limit === null || quota.remaining === null || quota.resetsAt === null) {
    return (
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <QuotaSlots limit={limit} used={null} mine={0} />
        <Small>not known until the first answer of this hour</Small>
      </div>
    )
  }
  const used = limit - quota.remaining
  const { resetsAt } = quota
  const hours = timetable.sends.slice(0, 2)
  const rest = timetable.sends.slice(2).reduce((sum, { requests }) => sum + requests, 0)
  return (
    <ul className="grid gap-1">
      {hours.map(({ at, requests }) => {
        const isNow = at !== null && at < resetsAt
        const before = isNow ? used : 0
        return (
          <li key={at} className="flex flex-wrap items-center gap-x-3">
            <span className="w-20 text-faint text-xs" suppressHydrationWarning>
              {isNow ? `until ${formatClock(resetsAt)}` : at && `after ${formatClock(at)}`}
            </span>
            <QuotaSlots limit={limit} used={before} mine={requests} />
            <span className="tabular-nums">
              sends {requests}, leaves {Math.max(0, limit - before - requests)}
            </span>
          </li>
        )
      })}
      {rest > 0 ? <li className="text-muted">{plural(rest, 'request')} in the hours after that</li> : null}
    </ul>
  )
}

function throughputText({ slow, fast }: { slow: number; fast: number }): string {
  const [low, high] = [formatRate(slow), formatRate(fast)]
  const range = low === high ? `${low}` : `${low} to ${high}`
  return `Based on the last batches: ${range} tokens a second each.`
}

const Row = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-3 py-2.5 max-md:grid-cols-1 max-md:gap-0.5">
    <dt className="text-muted">{title}</dt>
    <dd className="grid gap-1">{children}</dd>
  </div>
)

const Small = ({ children }: { children: ReactNode }) => <p className="text-faint text-xs">{children}</p>
