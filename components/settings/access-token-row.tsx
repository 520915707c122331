'use client'
import type { AccessToken } from '@/lib/domain/team/access-token-schema.ts'
import { Tag } from '../ui/tag.tsx'
import { Id } from '../ui/text/id.tsx'
import { Time } from '../ui/text/time.tsx'
import { useNow } from '../ui/text/use-now.ts'
import { RevokeAccessToken } from './revoke-access-token.tsx'

export function AccessTokenRow({ token }: { token: AccessToken }) {
  const { name, member, isOwn, createdAt, expiresAt, lastUsedAt } = token
  const isExpired = new Date(expiresAt) <= useNow(10_000)
  return (
    <li className="flex items-start gap-x-4 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 space-y-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <b className="min-w-0 font-medium wrap-anywhere">{name}</b>
          {isExpired && <Tag>Expired</Tag>}
          {!isOwn && (
            <span className="flex min-w-0 flex-wrap items-center gap-x-2 text-muted">
              {member.name && <span className="min-w-0 wrap-anywhere">{member.name}</span>}
              <Id kind="address" value={member.address} />
            </span>
          )}
        </p>
        <p className="text-xs text-muted">
          {lastUsedAt ? (
            <>
              Last used <Time at={lastUsedAt} />
            </>
          ) : (
            'Never used'
          )}
          , created <Time at={createdAt} />, {isExpired ? 'expired' : 'expires'}{' '}
          <Time at={expiresAt} style="moment" />
        </p>
      </div>
      <RevokeAccessToken token={token} isExpired={isExpired} />
    </li>
  )
}
