import 'server-only'
import { findRunningImport } from '../db/refresh-imports.ts'
import type { WorkContext } from './context.ts'

/** Takes an import some refreshes further; returns when to go on, null when it has ended. */
export async function importRefreshes(
  work: WorkContext,
  collectionId: string,
  _options: { signal?: AbortSignal } = {},
): Promise<Date | null> {
  return (await findRunningImport(work.db, collectionId)) && null
}
