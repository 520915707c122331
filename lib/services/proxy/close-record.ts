import 'server-only'
import { findBatchWork } from '../../db/batches/batch-work.ts'
import { saveOwner } from '../../db/collections/collections.ts'
import { endSignature } from '../../db/signatures/signatures.ts'
import type { ForwardedAnswer } from '../../networks/http/forwarding.ts'
import { UpstreamError } from '../../networks/http/upstream-error.ts'
import type { Receipt } from '../../networks/provider/refresher.ts'
import { enqueueSend, enqueueWatch } from '../../queue/enqueue.ts'
import { endOlderWatchSignatures } from '../../signatures/signatures.ts'
import { readCollection } from '../collections/read-collection.ts'
import type { WorkContext } from '../context.ts'
import { recordAccepted } from '../engine/send/record-accepted.ts'
import { recordRefused } from '../engine/send/record-refused.ts'
import type { Network } from '../networks/networks.ts'
import type { ScriptNetwork } from './get-script-network.ts'
import { mergeRefusal } from './merge-refusal.ts'
import type { OpenRecord } from './open-record.ts'

/** Writes down what the network said to a script's submission; returns under which number the history has it. */
export async function closeRecord(
  work: WorkContext,
  network: ScriptNetwork,
  record: OpenRecord,
  answer: ForwardedAnswer | UpstreamError,
): Promise<number> {
  const { batch } = record
  const said = answer instanceof UpstreamError ? answer : interpret(network, answer)
  const trouble = said instanceof UpstreamError ? said : await accept(work, record, said)
  if (trouble) {
    await recordRefused(work, { ...record, error: trouble })
    // What waited for its turn may go, if this was lost meanwhile.
    await enqueueSend(batch.project)
    const isRefused = (await findBatchWork(work.db, batch.id))?.state === 'rejected'
    if (!isRefused) return batch.refreshNumber
    // Nothing of it is there to watch, and a script that is refused in a loop must not leave a heap of signatures.
    if (record.permit?.signatureId)
      await endSignature(work.db, record.permit.signatureId, 'not_needed', work.now())
    return mergeRefusal(work, batch)
  }
  await enqueueSend(batch.project)
  await keepOwner(work, network, record)
  return batch.refreshNumber
}

/** Null when it is written down; else why it cannot be. */
async function accept(
  work: WorkContext,
  record: OpenRecord,
  accepted: Receipt,
): Promise<UpstreamError | null> {
  try {
    const pollAt = await recordAccepted(work, { ...record, accepted })
    await enqueueWatch(record.batch.id, pollAt)
    return null
  } catch (error) {
    if (error instanceof UpstreamError) return error
    throw error
  }
}

function interpret(network: ScriptNetwork, answer: ForwardedAnswer): Receipt | UpstreamError {
  try {
    return network.script.readReceipt(answer)
  } catch (error) {
    if (error instanceof UpstreamError) return error
    throw error
  }
}

/** Whoever's signature the network took is the owner, whatever our row said until now. */
async function keepOwner(work: WorkContext, network: Network, { batch, permit, signer }: OpenRecord) {
  if (!permit?.signatureId || !signer) return
  await endOlderWatchSignatures(
    work,
    work.db,
    { network: network.slug, ownerAddress: signer },
    permit.signatureId,
  )
  if (signer === batch.ownerAddress) return
  const { id, collection } = await readCollection(work, { network: network.slug, address: batch.collection })
  // The network cannot speak of it right now; the next opening of the collection brings the rest.
  if (collection.ownerAddress === null) await saveOwner(work.db, id, signer)
}
