'use client'

import { useQuery } from '@tanstack/react-query'
import { Ban, CircleCheck, CircleX } from 'lucide-react'
import { networksQuery } from '@/lib/api/networks/networks.ts'
import { useSession } from '@/lib/api/use-session.ts'
import type { NetworkCard } from '@/lib/domain/networks/network-card-schema.ts'
import { Panel } from '../ui/panel.tsx'
import { RequestErrorNote } from '../ui/request-error-note.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { State } from '../ui/state.tsx'
import { Time } from '../ui/text/time.tsx'

export function NetworksCard() {
  const { data, error, refetch } = useQuery(networksQuery())
  const { mode } = useSession()
  return (
    <Panel title="Networks" isFlush>
      {error && !data ? <RequestErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={2} label="Loading networks" /> : null}
      <ul>
        {data?.items.map((network) => (
          <li key={network.slug} className="border-line border-t px-4 py-3 first:border-t-0">
            <div className="flex items-center gap-2">
              <span className="font-medium text-sm">{network.name}</span>
              <span className="ml-auto text-sm">
                <Health network={network} />
              </span>
            </div>
            {network.isOn && network.state !== 'answers' && network.lastGoodAt ? (
              <p className="text-faint text-xs">
                Last successful answer <Time at={network.lastGoodAt} />. Your history stays readable.
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {mode === 'demo' ? (
        <p className="border-line border-t px-4 py-3 text-faint text-xs">
          This desk runs on the local sandbox: real requests, demo collections, and nothing leaves this
          machine.
        </p>
      ) : null}
      {data?.items.some(({ isOn }) => !isOn) ? (
        <p className="border-line border-t px-4 py-3 text-faint text-xs">
          To turn a network on, start with{' '}
          <code className="rounded-xs bg-well px-1 py-0.5 text-text">NETWORKS=imx,imx-sandbox</code>
        </p>
      ) : null}
    </Panel>
  )
}

function Health({ network: { isOn, state, latencyMs } }: { network: NetworkCard }) {
  if (!isOn || state === 'off') return <State tone="pending" icon={Ban} words="Off" />
  if (state === 'answers')
    return (
      <State
        tone="succeeded"
        icon={CircleCheck}
        words={latencyMs === null ? 'Answers' : `Answers, ${Math.round(latencyMs)} ms`}
      />
    )
  if (state === 'unreachable') return <State tone="failed" icon={CircleX} words="Does not answer" />
  if (state === 'retired') return <State tone="failed" icon={CircleX} words="Closed down" />
  if (state === 'read_only') return <State tone="waiting" words="Not accepting refreshes" />
  return <State tone="pending" words="Not checked yet" />
}
