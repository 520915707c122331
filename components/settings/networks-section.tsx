'use client'
import { useQuery } from '@tanstack/react-query'
import { networksQuery } from '@/lib/api/networks/networks.ts'
import { useSession } from '@/lib/api/use-session.ts'
import { ErrorPanel } from '../ui/error-panel.tsx'
import { Panel } from '../ui/panel.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { Time } from '../ui/text/time.tsx'
import { networkStateText } from './network-state-text.ts'

/** The configured networks, whether they answer, and how to turn one on. */
export function NetworksSection() {
  const { mode } = useSession()
  const { data, error, refetch } = useQuery(networksQuery())
  return (
    <Panel title="Networks" detail="Configured on the server and read at start.">
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={2} />}
      <ul className="divide-y divide-line">
        {data?.items.map((network) => {
          const { title, tone } = networkStateText[network.isOn ? network.state : 'off']
          return (
            <li key={network.slug} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2 first:pt-0">
              <b className="font-medium">{network.name}</b>
              <code className="font-mono text-xs text-faint">{network.slug}</code>
              <span className={tone}>{title}</span>
              {network.isOn && network.state === 'answers' && network.latencyMs !== null && (
                <span className="text-xs text-faint tabular-nums">{Math.round(network.latencyMs)} ms</span>
              )}
              {network.isOn && network.state !== 'answers' && network.lastGoodAt && (
                <span className="text-xs text-faint">
                  last successful answer <Time at={network.lastGoodAt} style="moment" />
                </span>
              )}
              <span className="ml-auto text-xs text-faint tabular-nums">
                {network.batchSize.toLocaleString('en')} tokens per request
              </span>
            </li>
          )
        })}
      </ul>
      <p className="mt-3 border-t border-line pt-3 text-muted">
        {mode === 'demo' ? 'This is demo mode. To work on real networks, stop' : 'To change them, stop'} the
        desk and start it with <code className="font-mono text-xs">NETWORKS=imx,imx-sandbox npm start</code>.
        {mode === 'demo' && ' The demo’s data is kept separately.'}
      </p>
    </Panel>
  )
}
