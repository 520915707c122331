import { formatCount } from '../../lib/format/count.ts'
import type { RefreshPlan } from '../../lib/refresh/submission.ts'
import { Time } from '../ui/time.tsx'

type Props = { count: number; plan: RefreshPlan | null }

/** What the refresh takes, in one line, before anything is spent. */
export function ReviewFigures({ count, plan }: Props) {
  const hasGrant = plan?.grant.state === 'accepted' || plan?.grant.state === 'unproven'
  const later = plan?.sendsNow === null || plan === null ? 0 : plan.requests - plan.sendsNow
  const figures = [
    { figure: formatCount(count), words: count === 1 ? 'token' : 'tokens' },
    { figure: plan ? formatCount(plan.requests) : '…', words: plan?.requests === 1 ? 'request' : 'requests' },
    {
      figure: !plan
        ? '…'
        : plan.sendsNow === null
          ? 'not known yet'
          : later > 0
            ? `${plan.sendsNow} + ${later}`
            : 'now',
      words:
        plan && later > 0 && plan.quota.resetsAt ? (
          <>
            now, and after <Time at={plan.quota.resetsAt} style="clock" />
          </>
        ) : plan?.sendsNow === null ? (
          'quota'
        ) : (
          'sent'
        ),
    },
    { figure: plan ? (hasGrant ? '0' : '1') : '…', words: plan && !hasGrant ? 'signature' : 'signatures' },
  ]
  return (
    <ol className="flex justify-between border-line border-y bg-well px-5 max-md:grid max-md:grid-cols-2 max-md:gap-x-4 max-md:gap-y-1.5 max-md:px-4 max-md:py-2.5">
      {figures.map(({ figure, words }, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the four places never move
          key={at}
          className="grid py-3 max-md:flex max-md:items-baseline max-md:gap-1.5 max-md:py-0"
        >
          <b className="whitespace-nowrap font-semibold text-xl tabular-nums tracking-tight max-md:text-lg">
            {figure}
          </b>
          <span className="whitespace-nowrap text-muted text-xs">{words}</span>
        </li>
      ))}
    </ol>
  )
}
