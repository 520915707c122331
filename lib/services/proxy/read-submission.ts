import 'server-only'
import type { StoredCollection } from '../../db/collections/collections.ts'
import type { Address } from '../../domain/networks/address.ts'
import { recoverSigner } from '../../signatures/recover-signer.ts'
import type { WorkContext } from '../context.ts'
import type { Network } from '../networks/networks.ts'
import { findAskedCollection } from './find-asked-collection.ts'
import type { Signed } from './open-record.ts'
import { type Asked, readAsked } from './read-asked.ts'
import { type ScriptRequest, shownSignature } from './script-request.ts'

export type Submission = {
  /** Null when it names no collection that the network knows. */
  what: { asked: Asked; stored: StoredCollection } | null
  /** Null when no good signature came with it. */
  signed: Signed | null
  /** Whose lists it may change. */
  owners: Address[]
}

/** What a script submits, for which collection and by whose signature, as far as the desk understands it. */
export async function readSubmission(
  work: WorkContext,
  network: Network,
  request: ScriptRequest,
): Promise<Submission> {
  const asked = readAsked(request.body, network.limits.tokensPerRequest)
  const signature = shownSignature(request)
  const signer = signature && (await recoverSigner(signature))
  const stored = asked && (await findAskedCollection(work, network, asked.collection))
  return {
    what: stored && { asked, stored },
    signed: signature && signer && { ...signature, address: signer },
    owners: [signer, stored?.collection.ownerAddress].filter((owner) => owner != null),
  }
}
