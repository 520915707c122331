'use client'

import { PenLine } from 'lucide-react'
import type { Batch } from '@/lib/domain/batches/batch-schema.ts'
import { isBatchOver } from '@/lib/domain/batches/state.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { isOnlyWatched } from '@/lib/domain/refreshes/source.ts'
import { plural } from '@/lib/format/count.ts'
import { formatClock } from '@/lib/format/time.ts'
import { useZone } from '../../ui/text/clock.tsx'
import { signatureLife } from '../../ui/text/signature-text.ts'
import type { SignSlot } from '../retry/sign-slot.ts'

/** Shown first while a signature from the owner is missing. */
export function WaitingSignature({ refresh, sign }: { refresh: RefreshDetail; sign: SignSlot }) {
  const zone = useZone()
  const waiting = refresh.batches.filter(({ wait, state }) => wait === 'authority' && !isBatchOver(state))
  const { signature, collection } = refresh
  const isWatched = isOnlyWatched(refresh.source)
  return (
    <section
      aria-label="A signature is needed"
      className="grid gap-4 rounded-lg border border-waiting-line bg-waiting-soft p-5 md:grid-cols-2"
    >
      <div>
        <h2 className="flex items-center gap-2 font-semibold text-lg">
          <PenLine aria-hidden className="size-4 text-waiting" />
          {isWatched
            ? 'Sign to keep watching'
            : `Sign once more to continue with ${plural(waiting.length, 'batch', 'batches')}`}
        </h2>
        <p className="mt-2 text-muted text-md">
          {signature.state === 'refused' && signature.signedAt && signature.endedAt
            ? `At ${formatClock(signature.endedAt, zone)} the network stopped accepting the signature from ${formatClock(signature.signedAt, zone)}. That is normal after a while. `
            : 'There is no signature from the owner that the network accepts. '}
          <strong className="font-semibold text-text">Nothing is lost:</strong> {whatWaits(refresh, waiting)}
        </p>
        <p className="mt-2 text-muted text-sm">
          The signature lets this desk send batches and read their results in the owner’s name. It costs
          nothing, moves nothing and is kept encrypted. {signatureLife}
        </p>
      </div>
      <div className="min-w-0 rounded-md border border-line bg-surface p-4">
        {sign({
          network: collection.network,
          collection: collection.address,
          ownerAddress: collection.ownerAddress,
          label: isWatched ? 'Sign and watch' : 'Sign and continue',
          onSigned: () => {},
        })}
      </div>
    </section>
  )
}

function whatWaits({ source }: RefreshDetail, waiting: Batch[]): string {
  if (!isOnlyWatched(source)) {
    const tokens = waiting.reduce((sum, batch) => sum + batch.progress.total, 0)
    return `${plural(tokens, 'token is', 'tokens are')} waiting here, in order.`
  }
  const watches = 'the network continues with what it has; the desk can’t read its progress until you sign.'
  return source === 'script'
    ? `${watches} Progress also appears when a script asks for it through this desk.`
    : watches
}
