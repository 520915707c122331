import 'server-only'
import { createHash } from 'node:crypto'
import { addActivity } from '../db/activities.ts'
import type { Db } from '../db/client.ts'
import type { StoredCollection } from '../db/collections.ts'
import { createRefresh, findByIdempotencyKey, type NewRefresh } from '../db/create-refresh.ts'
import { prismaCode } from '../db/errors.ts'
import { lockProject, projectOf } from '../db/projects.ts'
import { touchRefresh } from '../db/refreshes.ts'
import { transact } from '../db/transact.ts'
import { AppError } from '../errors/app-error.ts'
import { enqueueSend } from '../queue/enqueue.ts'
import { cleanText } from '../refresh/failure-body.ts'
import type { Activity } from '../refresh/model.ts'
import { freezeIds, splitBatches } from '../refresh/split-batches.ts'
import type { WorkContext } from './context.ts'

type StartRefresh = {
  stored: StoredCollection
  /** The tokens, or what chooses them while nothing else of the project begins. */
  ids: readonly string[] | ((tx: Db) => Promise<readonly string[]>)
  note: string | null
  memberId: string | null
  origin?: NewRefresh['origin']
  retryOf?: readonly { id: string; number: number }[]
  idempotency?: Idempotency | null
}

export type Idempotency = { key: string; hash: string }

/** Freezes the tokens as a new refresh and asks for its sending; returns its id. The caller has checked who may. */
export async function startRefresh(work: WorkContext, input: StartRefresh): Promise<string> {
  const { stored, memberId, note, origin = 'desk', retryOf = [], idempotency } = input
  const now = work.now()
  const project = projectOf(stored.collection)
  const { batchSize } = work.networks.get(project.network)
  const id = await transact(work.db, async (tx) => {
    await lockProject(tx, project)
    const ids = freezeIds(typeof input.ids === 'function' ? await input.ids(tx) : input.ids)
    const batches = splitBatches(ids, batchSize)
    const tokens = ids.length
    const created = await createRefresh(tx, {
      collectionId: stored.id,
      origin,
      memberId,
      note: note ? cleanText(note) : null,
      idempotencyKey: idempotency?.key ?? null,
      requestHash: idempotency?.hash ?? null,
      retryOf: retryOf.map((source) => source.id),
      batches,
      now,
    })
    const add = (refreshId: string, kind: Activity['kind'], data: Activity['data']) =>
      addActivity(tx, { refreshId, kind, memberId, data, now })
    await add(created.id, 'submitted', { tokens, batches: batches.length })
    for (const source of retryOf) {
      await add(source.id, 'retried', { id: created.id, number: created.number, tokens })
      await touchRefresh(tx, source.id)
    }
    return created.id
  }).catch((error: unknown) => {
    if (prismaCode(error) === 'P2002' && idempotency && memberId)
      return findRepeated(work, memberId, idempotency)
    throw error
  })
  if (id === null) throw new AppError('conflict', 'This could not be submitted. Try again.')
  await enqueueSend(project)
  return id
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
