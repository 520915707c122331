import 'server-only'
import type { Db } from '../connection/client.ts'

/**
 * The number of a refresh that is about to be made. Counted from the rows, because a sequence leaves gaps after a crash.
 * Until the transaction ends nobody else gets a number, so take every other lock before.
 */
export async function nextRefreshNumber(tx: Db): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('refresh number', 5172))`
  const { _max } = await tx.refresh.aggregate({ _max: { number: true } })
  return (_max.number ?? 0) + 1
}
