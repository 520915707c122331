import type { OwnerSignature } from '../../provider/credential.ts'
import { ofKind } from '../../provider/credential.ts'
import type { Sent } from '../../provider/refresher.ts'

/** A refresh by its id, and the owner who may ask for it. */
export type NamedRefresh = { reference: string; credential: OwnerSignature }

/** Throws for a batch without an id: this network gives one to each that it takes. */
export function namedRefresh({ reference, credential }: Sent): NamedRefresh {
  if (reference === null) throw new Error('A batch that Immutable X took has no refresh id')
  return { reference, credential: ofKind('owner_signature', credential) }
}
