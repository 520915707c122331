import 'server-only'
import type { Db } from '../../../db/connection/client.ts'
import { transact } from '../../../db/connection/transact.ts'
import { lockProject } from '../../../db/networks/quota-keys.ts'
import { addActivity } from '../../../db/refreshes/activities.ts'
import {
  changeExpanding,
  countExpanded,
  type Expanding,
  findExpanding,
  lockExpanding,
} from '../../../db/refreshes/expanding.ts'
import { recountRefresh } from '../../../db/refreshes/recount-refresh.ts'
import { createBatches, type TokenSource } from '../../../db/tokens/create-batches.ts'
import { readPlace } from '../../../domain/collections/expand-place-schema.ts'
import { enqueueSend } from '../../../queue/enqueue.ts'
import type { WorkContext } from '../../context.ts'

type Collected = {
  /** Tokens that the refresh does not have yet. */
  source: TokenSource
  /** Where the collecting goes on. */
  place: string | null
  isLast: boolean
} & Partial<Ending>

/** Why a collecting ended before it was complete, and how many tokens of the list could not be read. */
type Ending = { reason: string | null; leftOut: number }

/** Adds batches and the place where the collecting goes on, both or neither; false when the refresh was stopped or taken further meanwhile. */
export async function addExpanded(
  work: WorkContext,
  refresh: Expanding,
  collected: Collected,
): Promise<boolean> {
  const { id, collectionId, network, project, selection } = refresh
  const { tokensPerRequest: batchSize } = work.networks.get(network).limits
  const isOurs = await transact(work.db, async (tx) => {
    await lockProject(tx, project)
    if (!(await lockExpanding(tx, refresh))) return false
    const { leaveOutRefreshing } = selection
    const { source, place, isLast, reason = null, leftOut = 0 } = collected
    await createBatches(tx, { refreshId: id, collectionId, network, source, batchSize, leaveOutRefreshing })
    await changeExpanding(tx, id, { expandCursor: place, expandError: null })
    if (isLast) await end(tx, work, refresh, { reason, leftOut })
    else await recountRefresh(tx, id, work.now())
    return true
  })
  if (isOurs) await enqueueSend(project)
  return isOurs
}

/** What the network refuses for good is collected no further; what was collected so far goes on. */
export async function endExpanding(
  work: WorkContext,
  { id, project }: Expanding,
  error: string,
): Promise<void> {
  await transact(work.db, async (tx) => {
    await lockProject(tx, project)
    const refresh = await findExpanding(tx, id)
    if (refresh) await end(tx, work, refresh, { reason: error, leftOut: readPlace(refresh.place).leftOut })
  })
}

async function end(
  tx: Db,
  work: WorkContext,
  { id }: Expanding,
  { leftOut, ...ending }: Ending,
): Promise<void> {
  const now = work.now()
  const { tokens, batches } = await countExpanded(tx, id)
  const isEmpty = tokens === 0
  const reason = ending.reason ?? (isEmpty ? 'No tokens matched the filters.' : null)
  const expandState = reason === null ? 'done' : 'stopped'
  await changeExpanding(tx, id, { expandState, expandError: reason })
  await addActivity(tx, { refreshId: id, kind: 'expanded', data: { tokens, batches, reason, leftOut }, now })
  await recountRefresh(tx, id, now)
}
