import 'server-only'
import { listLive, listLiveOfProject } from '../../db/batches/batch-work.ts'
import {
  endSignature,
  isSignatureLive,
  markSignatureProven,
  recordSignatureUse,
} from '../../db/signatures/signatures.ts'
import { findUsableSignature } from '../../signatures/signatures.ts'
import type { Authority } from './authority.ts'
import { endIdleSignature } from './end-idle-signature.ts'

/** The collection's owner signs a timestamp, which serves every collection of theirs on that network. */
export const ownerSignature: Authority = {
  find: async (work, { network, ownerAddress }, purpose) => {
    const found = ownerAddress && (await findUsableSignature(work, { network, ownerAddress }, purpose))
    if (!found) return null
    const credential = { kind: 'owner_signature', ...found.headers } as const
    return { credential, signatureId: found.id, isFirstUse: found.provenAt === null }
  },
  isLive: async (tx, { signatureId }, now) =>
    signatureId !== null && (await isSignatureLive(tx, signatureId, now)),
  markProven: async (db, { signatureId }, now) => {
    if (signatureId) await markSignatureProven(db, signatureId, now)
  },
  recordUse: async (tx, { signatureId }, { refreshId, memberId }, now) => {
    if (signatureId) await recordSignatureUse(tx, { signatureId, refreshId, memberId, now })
  },
  end: async (work, db, { signatureId }) => {
    if (signatureId) await endSignature(db, signatureId, 'refused', work.now())
  },
  listDependants: async (db, { network, ownerAddress, project }) =>
    ownerAddress
      ? listLive(db, { network, ownerAddress })
      : (await listLiveOfProject(db, project)).filter((batch) => batch.ownerAddress === null),
  endIdle: async (work, { network, ownerAddress }) => {
    if (ownerAddress) await endIdleSignature(work, { network, ownerAddress })
  },
  missing: {
    message: 'A signature from the collection’s owner is needed first.',
    reason: 'needs_signature',
  },
}
