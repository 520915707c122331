import 'server-only'
import { createHash } from 'node:crypto'
import { AppError } from '../../core/app-error.ts'
import type { StoredCollection } from '../../db/collections/collections.ts'
import type { Db } from '../../db/connection/client.ts'
import { prismaCode } from '../../db/connection/errors.ts'
import { transact } from '../../db/connection/transact.ts'
import { lockProject } from '../../db/networks/quota-keys.ts'
import { addActivity } from '../../db/refreshes/activities.ts'
import { createRefresh, findByIdempotencyKey, type NewRefresh } from '../../db/refreshes/create-refresh.ts'
import { touchRefresh } from '../../db/refreshes/refreshes.ts'
import { cleanText } from '../../domain/failures/failure-body.ts'
import type { ActivityFact } from '../../domain/refreshes/activity/activity-schema.ts'
import type { RefreshQuerySelection } from '../../domain/refreshes/submission-schema.ts'
import { enqueueExpand, enqueueSend } from '../../queue/enqueue.ts'
import type { WorkContext } from '../context.ts'

type StartRefresh = {
  stored: StoredCollection
  /** The tokens, what chooses them while nothing else of the project begins, or a query to collect them by. */
  ids: readonly string[] | ((tx: Db) => Promise<readonly string[]>) | RefreshQuerySelection
  leaveOutRefreshing?: boolean
  note: string | null
  memberId: string | null
  source?: NewRefresh['source']
  retryOf?: readonly { id: string; number: number }[]
  idempotency?: Idempotency | null
}

export type Idempotency = { key: string; hash: string }

/** Freezes the tokens as a new refresh and asks for its sending; returns its id. The caller has checked who may. */
export async function startRefresh(work: WorkContext, input: StartRefresh): Promise<string> {
  const { stored, memberId, note, source = 'desk', retryOf = [], idempotency } = input
  const now = work.now()
  const { project } = stored
  const { tokensPerRequest: batchSize } = work.networks.get(project.network).limits
  const isQuery = 'query' in input.ids
  const id = await transact(work.db, async (tx) => {
    await lockProject(tx, project)
    const created = await createRefresh(tx, {
      collectionId: stored.id,
      network: project.network,
      source,
      memberId,
      note: note ? cleanText(note) : null,
      idempotencyKey: idempotency?.key ?? null,
      requestHash: idempotency?.hash ?? null,
      retryOf: retryOf.map((original) => original.id),
      tokens: await toTokens(tx, input),
      batchSize,
      now,
    })
    const { tokens } = created
    if (tokens === 0 && !isQuery) throw new AppError('conflict', 'There are no tokens left to refresh.')
    const add = (refreshId: string, fact: ActivityFact) =>
      addActivity(tx, { ...fact, refreshId, memberId, now })
    const batches = Math.ceil(tokens / batchSize)
    await add(created.id, { kind: 'submitted', data: isQuery ? {} : { tokens, batches } })
    for (const original of retryOf) {
      const data = { id: created.id, number: created.number, tokens }
      await add(original.id, { kind: 'retried', data })
      await touchRefresh(tx, original.id)
    }
    return created.id
  }).catch((error: unknown) => {
    if (prismaCode(error) === 'P2002' && idempotency && memberId)
      return findRepeated(work, memberId, idempotency)
    throw error
  })
  if (id === null) throw new AppError('conflict', 'The refresh could not be submitted. Try again.')
  if (isQuery) await enqueueExpand(id)
  else await enqueueSend(project)
  return id
}

async function toTokens(
  tx: Db,
  { ids, leaveOutRefreshing = false }: StartRefresh,
): Promise<NewRefresh['tokens']> {
  if ('query' in ids) return ids
  return { ids: [...new Set(typeof ids === 'function' ? await ids(tx) : ids)], leaveOutRefreshing }
}

/** The key belongs to the member, the hash to what was asked under it. */
export function idempotencyOf(key: string | null, request: unknown): Idempotency | null {
  if (key === null) return null
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new AppError('invalid_request', 'An Idempotency-Key is 1 to 200 printable characters.')
  }
  return { key, hash: createHash('sha256').update(JSON.stringify(request)).digest('hex') }
}

/** What the same member made under the same key; throws `conflict` when they asked for something else then. */
export async function findRepeated(
  work: WorkContext,
  memberId: string,
  idempotency: Idempotency | null,
): Promise<string | null> {
  const before = idempotency && (await findByIdempotencyKey(work.db, memberId, idempotency.key))
  if (!before) return null
  if (before.requestHash === idempotency.hash) return before.id
  throw new AppError('conflict', 'This Idempotency-Key was used for another request.', {
    reason: 'idempotency_key',
  })
}
