import 'server-only'
import { createAttempt } from '../../db/batches/attempts.ts'
import { type BatchWork, findBatchAt } from '../../db/batches/batch-work.ts'
import { createBatch } from '../../db/batches/batches.ts'
import { moveBatch } from '../../db/batches/move-batch.ts'
import type { StoredCollection } from '../../db/collections/collections.ts'
import { transact } from '../../db/connection/transact.ts'
import { lockProject } from '../../db/networks/quota-keys.ts'
import { addActivity } from '../../db/refreshes/activities.ts'
import { createRefresh } from '../../db/refreshes/create-refresh.ts'
import { recountRefresh } from '../../db/refreshes/recount-refresh.ts'
import { toSending } from '../../domain/batches/transition.ts'
import { cleanText } from '../../domain/failures/failure-body.ts'
import type { Address } from '../../domain/networks/address.ts'
import type { ShownSignature } from '../../signatures/recover-signer.ts'
import { keepWatchSignature } from '../../signatures/store-signature.ts'
import type { Permit } from '../authority/authority.ts'
import type { ServiceContext } from '../context.ts'
import { sender } from '../engine/send/lease-batch.ts'
import { leaseEnd } from '../engine/send/send-deadlines.ts'
import type { Network } from '../networks/networks.ts'
import type { Asked } from './read-asked.ts'

/** A script's submission as the history has it while nobody knows yet what the network says. */
export type OpenRecord = {
  batch: BatchWork
  attemptId: string
  /** Null when the desk could not check the signature. */
  permit: Permit | null
  signer: Address | null
}

type Submission = {
  network: Network
  stored: StoredCollection
  asked: Asked
  signed: Signed | null
  note: string | null
}
export type Signed = ShownSignature & { address: Address }

/**
 * Writes down that a script's request is about to be sent, with its attempt, in one transaction: it has one batch, in
 * hand from its first moment, so that no sender of the desk ever takes it up.
 */
export async function openRecord(ctx: ServiceContext, submission: Submission): Promise<OpenRecord> {
  const { network, stored, asked, signed, note } = submission
  const now = ctx.now()
  const { slug } = network
  const memberId = ctx.member.id
  const upstreamAt = network.provider.upstreamNow()
  return transact(ctx.db, async (tx) => {
    await lockProject(tx, stored.project)
    const { id: refreshId } = await createRefresh(tx, {
      collectionId: stored.id,
      network: slug,
      source: 'script',
      signerAddress: signed?.address ?? null,
      memberId,
      note: note && cleanText(note),
      idempotencyKey: null,
      requestHash: asked.hash,
      retryOf: [],
      tokens: { ids: asked.tokenIds, leaveOutRefreshing: false },
      batchSize: Math.max(1, asked.tokenIds.length),
      now,
    })
    // Ids that the desk cannot keep have no rows, but the batch is as large as the network will say.
    if (asked.tokenIds.length === 0) await createBatch(tx, refreshId, slug)
    const planned = await findBatchAt(tx, refreshId, 1)
    if (!planned) throw new Error('A refresh was made without a batch')
    const leaseUntil = leaseEnd(ctx.rules, now)
    const tokenCount = asked.count
    await moveBatch(tx, planned, toSending({ leaseOwner: sender, leaseUntil }, { sentAt: now, tokenCount }))
    const owner = signed && { network: slug, ownerAddress: signed.address }
    const signatureId = owner && (await keepWatchSignature(ctx, tx, { ...owner, ...signed }, memberId))
    const attemptId = await createAttempt(tx, {
      batchId: planned.id,
      signatureId: signatureId,
      now,
      upstreamAt,
    })
    const token = ctx.caller.kind === 'token' ? ctx.caller.name : null
    await addActivity(tx, {
      refreshId,
      kind: 'submitted',
      memberId,
      data: { tokens: tokenCount, batches: 1, token },
      now,
    })
    await recountRefresh(tx, refreshId, now)
    const batch: BatchWork = { ...planned, state: 'sending', fence: planned.fence + 1, tokenCount }
    return {
      batch,
      attemptId,
      permit: signed && signatureId ? toPermit(signed, signatureId) : null,
      signer: signed?.address ?? null,
    }
  })
}

const toPermit = ({ address, timestamp, signature }: Signed, signatureId: string): Permit => ({
  credential: { kind: 'owner_signature', address, timestamp, signature },
  signatureId,
  isFirstUse: true,
})
