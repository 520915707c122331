'use client'
import { useQuery } from '@tanstack/react-query'
import { signaturesQuery } from '@/lib/api/signatures.ts'
import { ErrorPanel } from '../ui/error-panel.tsx'
import { Panel } from '../ui/panel.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { signatureLife } from '../ui/text/signature-text.ts'
import { SignatureRow } from './signature-row.tsx'

/** The owners' signatures that the desk keeps, who used them, and the way to take one back. */
export function SignaturesSection() {
  const { data, error, refetch } = useQuery(signaturesQuery())
  return (
    <Panel
      title="Signatures for Immutable"
      detail="An owner’s signed time, kept encrypted, never shown again and sent to its network only."
    >
      <p className="mb-3 text-muted">{signatureLife}</p>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={2} />}
      {data?.items.length === 0 && (
        <p className="text-muted">
          The desk keeps no signature. When an owner submits a refresh, it asks for one and lists it here.
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
