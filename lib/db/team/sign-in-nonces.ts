import 'server-only'
import type { Db } from '../connection/client.ts'

/** Instances whose clocks differ must not forget a nonce while another still takes its message. */
const KEEP_LONGER_MS = 600_000

/** True exactly once for each nonce. What has long expired is forgotten. */
export async function redeemNonce(
  db: Db,
  { id, expiresAt }: { id: string; expiresAt: Date },
  now: Date,
): Promise<boolean> {
  const forgottenBefore = new Date(now.getTime() - KEEP_LONGER_MS)
  await db.signInNonce.deleteMany({ where: { expiresAt: { lte: forgottenBefore } } })
  const { count } = await db.signInNonce.createMany({ data: { id, expiresAt }, skipDuplicates: true })
  return count === 1
}
