import { describeFinding } from '../../../lib/networks/origin/describe-finding.ts'
import type { Metadata } from '../../../lib/networks/origin/metadata/metadata.ts'
import { reviewMetadata } from '../../../lib/networks/origin/metadata/review-metadata.ts'

/** Warnings about metadata that the network accepted, per field; renders nothing when there are none. */
export function MetadataNotes({ metadata }: { metadata: Metadata }) {
  // Image problems are shown in the facts, because loading also depends on our gateways.
  const findings = reviewMetadata(metadata).filter(({ kind }) => kind !== 'image_address')
  const notes = findings.flatMap((finding) => describeFinding(finding) ?? [])
  if (notes.length === 0) return null
  return (
    <div className="mb-3 rounded-md border border-waiting-line bg-waiting-soft px-3 py-2 text-sm">
      <h3 className="font-medium">Worth checking</h3>
      <ul className="list-disc pl-4">
        {notes.map((note) => (
          <li key={note} className="break-words">
            {note}
          </li>
        ))}
      </ul>
    </div>
  )
}
