import 'server-only'
import { AppError } from '../../core/app-error.ts'
import { findCollection } from '../../db/collections/collections.ts'
import type { Db } from '../../db/connection/client.ts'
import { transact } from '../../db/connection/transact.ts'
import { lockProject, type Project } from '../../db/networks/quota-keys.ts'
import { recountRefresh } from '../../db/refreshes/recount-refresh.ts'
import { isFinished } from '../../domain/batches/state.ts'
import type { RefreshDetail } from '../../domain/refreshes/model-schema.ts'
import type { ServiceContext } from '../context.ts'
import { getSummary } from './get-refresh.ts'

/** Answers whether it changed anything. */
type Act = (tx: Db, id: string, now: Date) => Promise<boolean>

/** Lets an act change the course of a refresh, with the sending of its project standing still meanwhile. */
export async function actOnRefresh(
  ctx: ServiceContext,
  key: string,
  act: Act,
): Promise<{ id: string; project: Project; hasChanged: boolean }> {
  const { id, collection } = await getSummary(ctx, key)
  const stored = await findCollection(ctx.db, collection)
  if (!stored) throw new AppError('not_found', 'This refresh does not exist.')
  const { project } = stored
  const now = ctx.now()
  const hasChanged = await transact(ctx.db, async (tx) => {
    await lockProject(tx, project)
    const didChange = await act(tx, id, now)
    if (didChange) await recountRefresh(tx, id, now)
    return didChange
  })
  return { id, project, hasChanged }
}

/** Doing again what was done is no error, but there is nothing to decide about a refresh that has finished. */
export function requireUnfinished({ state }: Pick<RefreshDetail, 'state'>): void {
  if (!isFinished(state)) return
  throw new AppError('conflict', 'This refresh is finished. Nothing is left to send.', {
    reason: 'finished',
  })
}
