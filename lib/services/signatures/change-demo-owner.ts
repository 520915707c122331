import 'server-only'
import { AppError } from '../../core/app-error.ts'
import type { CollectionKey } from '../../db/collections/collections.ts'
import type { CollectionDetail } from '../../domain/collections/collection-card-schema.ts'
import { config } from '../../env/config.ts'
import { getCollection } from '../collections/get-collection.ts'
import type { ServiceContext } from '../context.ts'

const TIMEOUT_MS = 5_000

/** Makes the acting member the owner of a demo collection. Their session proves the address. In demo mode only. */
export async function changeDemoOwner(ctx: ServiceContext, key: CollectionKey): Promise<CollectionDetail> {
  const { mode, sandboxPort, sandboxControlToken } = config()
  if (mode !== 'demo' || key.network !== 'imx-local' || sandboxControlToken === null) {
    throw new AppError('forbidden', 'Only collections of the local sandbox can change their owner here.', {
      reason: 'not_demo',
    })
  }
  const response = await fetch(`http://127.0.0.1:${sandboxPort}/control/collections/${key.address}/owner`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandboxControlToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ owner: ctx.member.address }),
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((cause: unknown) => {
    throw new AppError('upstream_unavailable', 'The local sandbox does not answer.', {}, { cause })
  })
  await response.body?.cancel()
  if (response.status === 404) throw new AppError('not_found', 'The local sandbox has no such collection.')
  if (!response.ok) {
    throw new AppError(
      'upstream_rejected',
      `The local sandbox refused to change the owner (${response.status}).`,
    )
  }
  return getCollection(ctx, key)
}
