import 'server-only'
import { countLive } from '../../db/batches/batch-work.ts'
import { transact } from '../../db/connection/transact.ts'
import type { Address } from '../../domain/networks/address.ts'
import { endIdleSignatures } from '../../signatures/signatures.ts'
import type { WorkContext } from '../context.ts'

/** A signature that was just given belongs to a submit that is on its way. */
const FRESH_MS = 15 * 60_000

/** Deletes an owner's signatures once nothing of theirs is left to send or to watch. */
export async function endIdleSignature(
  work: WorkContext,
  owner: { network: string; ownerAddress: Address },
): Promise<void> {
  const freshFrom = new Date(work.now().getTime() - FRESH_MS)
  await transact(work.db, (tx) =>
    endIdleSignatures(
      work,
      tx,
      owner,
      async () => (await countLive(tx, owner)) > 0,
      ({ scope, lastUsedAt, createdAt }) => scope === 'full' && lastUsedAt === null && createdAt > freshFrom,
    ),
  )
}
