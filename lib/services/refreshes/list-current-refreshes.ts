import 'server-only'
import type { z } from 'zod'
import { listCurrent } from '../../db/refreshes/current-refreshes.ts'
import { listRefreshesById } from '../../db/refreshes/refreshes.ts'
import type { ChangedItems } from '../../domain/refreshes/changed-items-schema.ts'
import type { WorkContext } from '../context.ts'

/** How many of the newest count as current even when they are finished. */
export const NEWEST = 10

/** The newest refreshes and all that are not finished, whoever looks. */
export async function listCurrentRefreshes(
  work: Pick<WorkContext, 'db'>,
): Promise<z.infer<typeof ChangedItems>> {
  const current = await listCurrent(work.db, NEWEST)
  return {
    items: await listRefreshesById(
      work.db,
      current.map(({ id }) => id),
    ),
  }
}
