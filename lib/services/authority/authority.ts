import 'server-only'
import type { BatchWork } from '../../db/batches/batch-work.ts'
import type { StoredCollection } from '../../db/collections/collections.ts'
import type { Db } from '../../db/connection/client.ts'
import type { Credential } from '../../networks/provider/credential.ts'
import type { SignaturePurpose } from '../../signatures/signatures.ts'
import type { WorkContext } from '../context.ts'

/** Whose authority is needed: the owner's of a collection, or its project's. */
export type Holder = Pick<BatchWork, 'network' | 'ownerAddress' | 'project'>

export const holderOf = ({ collection, project }: Omit<StoredCollection, 'id'>): Holder => ({
  network: collection.network,
  ownerAddress: collection.ownerAddress,
  project,
})

/** A credential in hand. Never log it, never answer with it. */
export type Permit = {
  credential: Credential
  /** The row of an owner's signature; null for a key, which has none. */
  signatureId: string | null
  /** No network has accepted it yet. */
  isFirstUse: boolean
}

export type Purpose = SignaturePurpose

type Use = Pick<BatchWork, 'refreshId' | 'memberId'>

/** One way in which a network lets the desk refresh a collection. */
export type Authority = {
  /** Null when somebody must give one first. */
  find: (work: WorkContext, holder: Holder, purpose: Purpose) => Promise<Permit | null>
  /** Whether it still serves, asked right before a request goes out, in the transaction that says so. */
  isLive: (tx: Db, permit: Permit, now: Date) => Promise<boolean>
  /** The network accepted a request with it. */
  markProven: (db: Db, permit: Permit, now: Date) => Promise<void>
  /** A request went out with it, for this refresh and on behalf of this member. */
  recordUse: (tx: Db, permit: Permit, use: Use, now: Date) => Promise<void>
  /** The network refused it: it serves no more. */
  end: (work: WorkContext, db: Db, permit: Permit) => Promise<void>
  /** Batches that wait, or will wait, for the same credential. */
  listDependants: (db: Db, holder: Holder) => Promise<BatchWork[]>
  /** Nothing of the holder may be left that needs it: then it is forgotten. */
  endIdle: (work: WorkContext, holder: Holder) => Promise<void>
  /** What a person must do before anything can be submitted. */
  missing: { message: string; reason: 'needs_signature' | 'needs_key' }
}
