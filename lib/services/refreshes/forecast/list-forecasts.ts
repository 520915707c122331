import 'server-only'
import { listBatches } from '../../../db/batches/batches.ts'
import { findCollection } from '../../../db/collections/collections.ts'
import { listNewestOpen } from '../../../db/refreshes/current-refreshes.ts'
import { listRefreshesById } from '../../../db/refreshes/refreshes.ts'
import type { ForecastList } from '../../../domain/refreshes/forecast/forecasts-schema.ts'
import { requireRole, type ServiceContext } from '../../context.ts'
import { readForecast } from './forecast.ts'
import { remainingCourse } from './remaining-course.ts'

/** Each forecast reads the batches of its refresh, so only what a page shows gets one. */
const SHOWN = 5

/** When the newest unfinished refreshes may be finished. */
export async function listForecasts(ctx: ServiceContext): Promise<ForecastList> {
  requireRole(ctx, 'viewer')
  const refreshes = await listRefreshesById(ctx.db, await listNewestOpen(ctx.db, SHOWN))
  const items: ForecastList['items'] = []
  for (const refresh of refreshes) {
    const stored = await findCollection(ctx.db, refresh.collection)
    if (!stored) continue
    const course = remainingCourse(refresh, await listBatches(ctx.db, refresh.id))
    const { timetable } = await readForecast(ctx, stored, course)
    items.push({ id: refresh.id, finish: timetable.finish })
  }
  return { items }
}
