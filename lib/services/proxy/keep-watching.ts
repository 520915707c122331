import 'server-only'
import { createTtlCache } from '../../core/ttl-cache.ts'
import { countLive } from '../../db/batches/batch-work.ts'
import { transact } from '../../db/connection/transact.ts'
import { markSignatureProven } from '../../db/signatures/signatures.ts'
import type { Address } from '../../domain/networks/address.ts'
import { endOlderWatchSignatures } from '../../signatures/signatures.ts'
import { keepWatchSignature } from '../../signatures/store-signature.ts'
import { resumeOwner } from '../authority/resume-waiting.ts'
import type { ServiceContext } from '../context.ts'
import type { Network } from '../networks/networks.ts'

/** A script that polls signs each time; one of its signatures a minute is enough. */
const kept = createTtlCache<void>({ ttlMs: 60_000, max: 500 })

type Signed = { address: Address; timestamp: string; signature: string }

/** A signature with which a script just read its own watches what the owner has under way from now on. */
export function keepWatching(ctx: ServiceContext, network: Network, signed: Signed): Promise<void> {
  const owner = { network: network.slug, ownerAddress: signed.address }
  return kept.getOrLoad(`${network.baseUrl} ${signed.address}`, ctx.now().getTime(), async () => {
    const isKept = await transact(ctx.db, async (tx) => {
      if ((await countLive(tx, owner)) === 0) return false
      const id = await keepWatchSignature(ctx, tx, { ...owner, ...signed }, ctx.member.id)
      await markSignatureProven(tx, id, ctx.now())
      await endOlderWatchSignatures(ctx, tx, owner, id)
      return true
    })
    if (isKept) await resumeOwner(ctx, owner)
  })
}
