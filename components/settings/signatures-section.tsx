'use client'
import { useQuery } from '@tanstack/react-query'
import { signaturesQuery } from '@/lib/api/signatures.ts'
import { ErrorPanel } from '../ui/error-panel.tsx'
import { Panel } from '../ui/panel.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { signatureLife } from '../ui/text/signature-text.ts'
import { SignatureRow } from './signature-row.tsx'

/** The stored signatures of owners, who used them, and a button to delete one. */
export function SignaturesSection() {
  const { data, error, refetch } = useQuery(signaturesQuery())
  return (
    <Panel
      title="Signatures for Immutable"
      detail="The time signed by an owner. Kept encrypted, never shown again and sent only to its network."
    >
      <p className="mb-3 text-muted">{signatureLife}</p>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={2} />}
      {data?.items.length === 0 && (
        <p className="text-muted">
          No signatures are stored. When an owner signs for a refresh, the signature is listed here.
        </p>
      )}
      <ul className="divide-y divide-line">
        {data?.items.map((signature) => (
          <SignatureRow key={signature.id} signature={signature} />
        ))}
      </ul>
    </Panel>
  )
}
