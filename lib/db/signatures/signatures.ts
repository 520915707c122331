import 'server-only'
import type { Address } from '../../domain/networks/address.ts'
import type { Db } from '../connection/client.ts'
import { isUuid } from '../connection/is-uuid.ts'
import type { Prisma } from '../generated/client.ts'

/** To what a signature is bound. A signature of another network or origin is as good as none. */
export type SignatureOwner = { network: string; baseOrigin: string; ownerAddress: Address }

/** What a signature may be used for: everything the desk does for its owner, or looking only. */
export type SignatureScope = 'full' | 'watch'

export type SignatureEnd = 'refused' | 'expired' | 'deleted' | 'not_needed'

type NewSignature = SignatureOwner & {
  id: string
  memberId: string | null
  sealed: Uint8Array<ArrayBuffer>
  signedAt: Date
  createdAt: Date
  expiresAt: Date
  scope: SignatureScope
}

const pick = ({ network, baseOrigin, ownerAddress }: SignatureOwner) => ({
  network,
  baseOrigin,
  ownerAddress,
})

const wiped = (endReason: SignatureEnd, endedAt: Date) => ({ sealed: null, endedAt, endReason })

export async function createSignature(db: Db, signature: NewSignature): Promise<void> {
  await db.signature.create({ data: signature })
}

export const newestFirst = [
  { createdAt: 'desc' },
  { signedAt: 'desc' },
  { id: 'desc' },
] satisfies Prisma.SignatureOrderByWithRelationInput[]

/** `isOfMember` leaves out what the desk itself signed for the samples of a first start. */
export type SignatureFilter = { scopes: SignatureScope[]; isOfMember: boolean }

const matching = (owner: SignatureOwner, { scopes, isOfMember }: SignatureFilter) => ({
  ...pick(owner),
  scope: { in: scopes },
  ...(isOfMember && { memberId: { not: null } }),
})

/** The matching signatures that still have their secret, the newest first. */
export async function listLiveSignatures(db: Db, owner: SignatureOwner, filter: SignatureFilter, now: Date) {
  const isLive = { endedAt: null, sealed: { not: null }, expiresAt: { gt: now } }
  return db.signature.findMany({ where: { ...matching(owner, filter), ...isLive }, orderBy: newestFirst })
}

/** Whether this very signature may still be spent. */
export async function isSignatureLive(db: Db, id: string, now: Date): Promise<boolean> {
  return (await db.signature.count({ where: { id, endedAt: null, expiresAt: { gt: now } } })) > 0
}

/** The newest of the matching signatures, living or ended. */
export async function findNewestSignature(db: Db, owner: SignatureOwner, filter: SignatureFilter) {
  return db.signature.findFirst({ where: matching(owner, filter), orderBy: newestFirst })
}

export type SignatureRow = NonNullable<Awaited<ReturnType<typeof findNewestSignature>>>

/** Wipes the secret; false when it had ended before. */
export async function endSignature(db: Db, id: string, reason: SignatureEnd, now: Date): Promise<boolean> {
  const { count } = await db.signature.updateMany({ where: { id, endedAt: null }, data: wiped(reason, now) })
  return count > 0
}

export async function endSignaturesOf(
  db: Db,
  owner: SignatureOwner,
  reason: SignatureEnd,
  now: Date,
): Promise<void> {
  await db.signature.updateMany({ where: { ...pick(owner), endedAt: null }, data: wiped(reason, now) })
}

/** After the network took a script's signature: those of its earlier requests have done their part. */
export async function endOlderWatchSignatures(
  db: Db,
  owner: SignatureOwner,
  id: string,
  now: Date,
): Promise<void> {
  const taken = await db.signature.findUnique({ where: { id }, select: { createdAt: true, endedAt: true } })
  if (!taken || taken.endedAt) return
  await db.signature.updateMany({
    where: { ...pick(owner), scope: 'watch', endedAt: null, createdAt: { lt: taken.createdAt } },
    data: wiped('not_needed', now),
  })
}

/** Of a script whose requests are never clearly answered only the newest signatures are kept. */
export async function endSurplusWatchSignatures(
  db: Db,
  owner: SignatureOwner,
  keep: number,
  now: Date,
): Promise<void> {
  const unproven = { ...pick(owner), scope: 'watch' as const, endedAt: null, provenAt: null }
  const surplus = await db.signature.findMany({
    where: unproven,
    orderBy: newestFirst,
    skip: keep,
    select: { id: true },
  })
  await db.signature.updateMany({
    where: { id: { in: surplus.map(({ id }) => id) } },
    data: wiped('not_needed', now),
  })
}

/** Nobody asks what became of the many signatures that came with scripts' requests. */
export async function deleteEndedWatchSignatures(db: Db, endedBefore: Date): Promise<void> {
  await db.signature.deleteMany({ where: { scope: 'watch', endedAt: { lt: endedBefore } } })
}

export async function endSignaturesOfMember(db: Db, memberId: string, now: Date): Promise<void> {
  await db.signature.updateMany({ where: { memberId, endedAt: null }, data: wiped('deleted', now) })
}

export async function endExpiredSignatures(db: Db, now: Date): Promise<number> {
  const { count } = await db.signature.updateMany({
    where: { endedAt: null, expiresAt: { lte: now } },
    data: wiped('expired', now),
  })
  return count
}

export async function markSignatureProven(db: Db, id: string, now: Date): Promise<void> {
  await db.signature.updateMany({ where: { id, provenAt: null }, data: { provenAt: now } })
}

type SignatureUse = { signatureId: string; refreshId: string; memberId: string | null; now: Date }

export async function recordSignatureUse(db: Db, { signatureId, now, ...use }: SignatureUse): Promise<void> {
  await db.signatureUse.create({ data: { ...use, signatureId, at: now } })
  await db.signature.updateMany({ where: { id: signatureId }, data: { lastUsedAt: now } })
}

export async function findSignature(db: Db, id: string) {
  return isUuid(id) ? db.signature.findUnique({ where: { id } }) : null
}

/** Whether a collection that this desk has seen belongs to `ownerAddress` there. */
export async function ownsKnownCollection(db: Db, network: string, ownerAddress: Address): Promise<boolean> {
  return (await db.collection.count({ where: { network, ownerAddress } })) > 0
}
