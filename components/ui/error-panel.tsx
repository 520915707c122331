'use client'

import { CircleX } from 'lucide-react'
import { isMissing } from '@/lib/core/app-error.ts'
import { RequestError } from '@/lib/core/problem.ts'
import { Button } from './button.tsx'
import { Empty } from './empty.tsx'

/** Replaces a part of a page that could not be loaded: the error, the request id and a retry button. */
export function ErrorPanel({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const isOurs = error instanceof RequestError
  return (
    <Empty
      icon={<CircleX aria-hidden className="text-failed" />}
      title={isOurs ? error.message : 'Can’t reach Refresh Desk.'}
      action={onRetry && !isMissing(error) ? <Button onClick={onRetry}>Try again</Button> : undefined}
    >
      {isOurs ? null : 'Check that it is running and that you are online. '}
      {isOurs && error.requestId ? (
        <span className="font-mono text-xs">Request {error.requestId.slice(0, 8)}</span>
      ) : null}
    </Empty>
  )
}
