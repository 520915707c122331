import 'server-only'
import { transact } from '../../db/connection/transact.ts'
import { addActivity } from '../../db/refreshes/activities.ts'
import { setNote } from '../../db/refreshes/refreshes.ts'
import { cleanText } from '../../domain/failures/failure-body.ts'
import type { RefreshDetail } from '../../domain/refreshes/model-schema.ts'
import { requireRole, type ServiceContext } from '../context.ts'
import { getRefresh, getSummary } from './get-refresh.ts'

/** Changes a refresh's title in the history; an empty note takes it away. */
export async function editNote(ctx: ServiceContext, key: string, text: string): Promise<RefreshDetail> {
  requireRole(ctx, 'operator')
  const { id, note } = await getSummary(ctx, key)
  const wanted = cleanText(text) || null
  if (wanted !== note) {
    await transact(ctx.db, async (tx) => {
      await setNote(tx, id, wanted)
      const memberId = ctx.member.id
      await addActivity(tx, {
        refreshId: id,
        kind: 'note_changed',
        memberId,
        data: { note: wanted },
        now: ctx.now(),
      })
    })
  }
  return getRefresh(ctx, id)
}
