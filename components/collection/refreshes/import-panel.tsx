'use client'

import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { type CollectionKey, collectionQuery } from '../../../lib/api/collections.ts'
import { Button } from '../../ui/button.tsx'
import { RequestErrorNote } from '../../ui/request-error-note.tsx'
import type { SignSlot } from '../review/review-signature.tsx'
import { ImportStatus } from './import-status.tsx'
import type { Import } from './use-import.ts'

export function ImportButton({ given }: { given: Import }) {
  if (!given.canStart) return null
  return (
    <Button isBusy={given.isBusy} onClick={given.start}>
      {given.isBusy ? null : <Download aria-hidden />} Import from the network
    </Button>
  )
}

type Props = { given: Import; collectionKey: CollectionKey; sign: SignSlot; isEmpty: boolean }

/** Imports refreshes made elsewhere, and shows the progress. */
export function ImportPanel({ given, collectionKey, sign, isEmpty }: Props) {
  const { data: collection } = useQuery(collectionQuery(collectionKey))
  const { state, needsSignature, error, canStart } = given
  if (!state) return null
  const isNew = state.state === 'none'
  // The empty list has its own text.
  const isIntroduced = !isEmpty && canStart && isNew
  const hasLine = isIntroduced || !isNew
  if (!hasLine && !needsSignature && !error) return null
  return (
    <section
      aria-label="Refreshes made elsewhere"
      className="grid min-w-0 gap-3 rounded-lg border border-line bg-surface px-4 py-3"
    >
      {hasLine ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <div className="min-w-0 flex-1 max-md:basis-full">
            {isIntroduced ? (
              <p className="text-muted text-sm">
                Refreshes made elsewhere, by a script or another tool, are not in this list yet.
              </p>
            ) : (
              <ImportStatus state={state} />
            )}
          </div>
          {isEmpty ? null : <ImportButton given={given} />}
        </div>
      ) : null}
      {error ? <RequestErrorNote error={error} /> : null}
      {needsSignature && collection ? (
        <div className={`grid max-w-xl gap-3 ${hasLine ? 'border-line border-t pt-3' : ''}`}>
          <p className="text-sm">
            The network shows its list only to the owner, so the import needs the owner’s signature.
          </p>
          {collection.ownerAddress === null ? (
            <p className="text-muted text-sm">
              The network doesn’t say who owns this collection, so nobody can sign for it here.
            </p>
          ) : (
            sign({
              ...collectionKey,
              collection: collectionKey.address,
              ownerAddress: collection.ownerAddress,
              label: 'Sign and import',
              onSigned: given.start,
            })
          )}
          <Button variant="quiet" className="justify-self-start" onClick={given.dismiss}>
            Not now
          </Button>
        </div>
      ) : null}
    </section>
  )
}
