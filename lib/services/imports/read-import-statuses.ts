import 'server-only'
import type { RunningImport } from '../../db/imports/refresh-imports.ts'
import { tokensOf } from '../../domain/batches/merge-progress.ts'
import { concernsOneThing, UpstreamError } from '../../networks/http/upstream-error.ts'
import type { Permit } from '../authority/authority.ts'
import type { WorkContext } from '../context.ts'
import type { ImportPage } from './read-import-page.ts'

type Listed = ImportPage['listed'][number]
export type ImportableRefresh = Listed & { isQueued: boolean; tokenCount: number }

type Reading = { run: RunningImport; permit: Permit; rest: () => Promise<void> }

/** How large they are. One that is gone is no part of any history; of one that cannot be read nothing can be said. */
export async function readImportStatuses(
  work: WorkContext,
  { run, permit, rest }: Reading,
  listed: readonly Listed[],
): Promise<{ known: ImportableRefresh[]; unreadable: number }> {
  const { refresher } = work.networks.get(run.network).provider
  const known: ImportableRefresh[] = []
  let unreadable = 0
  for (const one of listed) {
    await rest()
    try {
      const status = await refresher.observe({
        reference: one.reference,
        collection: run.address,
        // It was sent elsewhere: only the network knows what of.
        tokenIds: async () => [],
        content: async () => null,
        credential: permit.credential,
      })
      const isQueued = status.phase === 'queued'
      if (status.counts) known.push({ ...one, isQueued, tokenCount: tokensOf(status.counts) })
      else unreadable += 1
    } catch (error) {
      if (!(error instanceof UpstreamError && concernsOneThing(error))) throw error
      if (error.kind !== 'not_found') unreadable += 1
    }
  }
  return { known, unreadable }
}
