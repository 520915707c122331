'use client'

import { useMutation } from '@tanstack/react-query'
import { takeOwnershipMutation } from '../../../lib/api/collections.ts'
import type { CollectionDetail } from '../../../lib/domain/collections/collection-card-schema.ts'
import { Button } from '../../ui/button.tsx'
import { RequestErrorNote } from '../../ui/request-error-note.tsx'
import { State } from '../../ui/state.tsx'

/** Demo mode only: lets members try a refresh with their own wallet as owner. */
export function TakeOwnership({ collection }: { collection: CollectionDetail }) {
  const take = useMutation(takeOwnershipMutation(collection))
  return (
    <div className="grid justify-items-start gap-2 border-line border-t py-3">
      <h3 className="font-medium">Try it with your own wallet</h3>
      {collection.isOwner ? (
        <State
          className="whitespace-normal!"
          tone="succeeded"
          words="The wallet you signed in with owns this collection"
        />
      ) : (
        <>
          <p className="text-muted">
            This is a demo collection of the local sandbox. You can make the wallet you signed in with its
            owner and sign its refreshes yourself.
          </p>
          <Button onClick={() => take.mutate()} isBusy={take.isPending} disabled={take.isPending}>
            Use my wallet as owner
          </Button>
        </>
      )}
      {take.error ? <RequestErrorNote error={take.error} /> : null}
    </div>
  )
}
