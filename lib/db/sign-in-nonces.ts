import 'server-only'
import type { Db } from './client.ts'

/** Sweeps expired nonces, then keeps this one unless `limit` are open; false when they are. */
export async function createNonce(
  db: Db,
  nonce: { id: string; preSession: string; expiresAt: Date },
  { now, limit }: { now: Date; limit: number },
): Promise<boolean> {
  await db.signInNonce.deleteMany({ where: { expiresAt: { lte: now } } })
  if ((await db.signInNonce.count()) >= limit) return false
  await db.signInNonce.create({ data: nonce })
  return true
}

/** True exactly once: whoever deletes the row has it. */
export async function consumeNonce(
  db: Db,
  { id, preSession }: { id: string; preSession: string },
  now: Date,
): Promise<boolean> {
  const { count } = await db.signInNonce.deleteMany({ where: { id, preSession, expiresAt: { gt: now } } })
  return count === 1
}
