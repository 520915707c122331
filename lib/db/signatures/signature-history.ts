import 'server-only'
import type { Db } from '../connection/client.ts'
import type { SignatureOwner, SignatureRow } from './signatures.ts'

/** The signature that a refresh was last sent with; null while nothing of it was sent with one that is still known. */
export async function findSpentSignature(db: Db, refreshId: string): Promise<SignatureRow | null> {
  const use = await db.signatureUse.findFirst({
    where: { refreshId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    include: { signature: true },
  })
  return use?.signature ?? null
}

/** After how many seconds the network refused the last signature of an owner that it had accepted before. */
export async function findSignatureLife(db: Db, owner: SignatureOwner): Promise<number | null> {
  const row = await db.signature.findFirst({
    where: { ...owner, endReason: 'refused', provenAt: { not: null } },
    orderBy: { endedAt: 'desc' },
    select: { signedAt: true, endedAt: true },
  })
  if (!row?.endedAt) return null
  return Math.max(0, Math.round((row.endedAt.getTime() - row.signedAt.getTime()) / 1_000))
}
