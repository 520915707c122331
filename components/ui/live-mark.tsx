import type { ReactNode } from 'react'
import type { Connection } from '@/lib/api/stream/event-source.ts'

const words: Record<Connection, string> = { opening: 'Connecting', live: 'Live', lost: 'Not live' }

/** A dot and a word that say whether the page updates live, with an optional detail. */
export function LiveMark({ connection, children }: { connection: Connection; children?: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span
        aria-hidden
        className={`size-2 rounded-full ${connection === 'live' ? 'bg-succeeded-fill' : 'bg-pending-fill'}`}
      />
      <span className="font-medium text-text">{words[connection]}</span>
      {children}
    </span>
  )
}
