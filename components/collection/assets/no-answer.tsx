'use client'

import { CircleX } from 'lucide-react'
import { isMissing } from '../../../lib/core/app-error.ts'
import { RequestError } from '../../../lib/core/problem.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'

type Props = { error: Error; what: string; networkName: string; onRetry: () => void }

export function NoAnswer({ error, what, networkName, onRetry }: Props) {
  if (isMissing(error)) return <ErrorPanel error={error} />
  const requestId = error instanceof RequestError ? error.requestId : null
  return (
    <Empty
      icon={<CircleX aria-hidden className="text-failed" />}
      title={`${what} couldn’t be loaded from ${networkName}.`}
      action={<Button onClick={onRetry}>Try again</Button>}
    >
      {error.message} Nothing is lost: your selection and the history are kept.
      {requestId ? (
        <span className="mt-2 block text-faint text-xs">
          Request <code className="font-mono">{requestId}</code>
        </span>
      ) : null}
    </Empty>
  )
}
