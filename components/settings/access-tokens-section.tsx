'use client'
import { useQuery } from '@tanstack/react-query'
import { accessTokensQuery } from '@/lib/api/access-tokens.ts'
import { ErrorPanel } from '../ui/error-panel.tsx'
import { Panel } from '../ui/panel.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { AccessTokenRow } from './access-token-row.tsx'
import { CreateAccessToken } from './create-access-token.tsx'

/** Access tokens for scripts: the member's own, and for admins everyone's. */
export function AccessTokensSection() {
  const { data, error, refetch } = useQuery(accessTokensQuery())
  return (
    <Panel
      title="Access tokens"
      detail="For scripts that work through the desk. A token acts for its member, but can’t manage members, tokens or sessions."
      actions={<CreateAccessToken />}
    >
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={2} />}
      {data?.items.length === 0 && (
        <p className="text-muted">
          No access tokens yet. With one, a script that uses Immutable’s SDK works through the desk after
          changing one line, and the team sees its refreshes live, with every failure.
        </p>
      )}
      <ul aria-label="Access tokens" className="divide-y divide-line">
        {data?.items.map((token) => (
          <AccessTokenRow key={token.id} token={token} />
        ))}
      </ul>
    </Panel>
  )
}
