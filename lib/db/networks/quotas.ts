import 'server-only'
import { allowance, type KnownQuota } from '../../domain/batches/allowance.ts'
import type { Quota } from '../../domain/networks/quota-schema.ts'
import type { Db } from '../connection/client.ts'
import type { Project } from './quota-keys.ts'

const idOf = ({ network, key }: Project) => ({ network_quotaKey: { network, quotaKey: key } })

export async function findQuota(db: Db, project: Project): Promise<KnownQuota | null> {
  const row = await db.quota.findUnique({ where: idOf(project) })
  return row && { limit: row.limit, remaining: row.remaining, resetsAt: row.resetsAt, seenAt: row.seenAt }
}

/** Quotas are hourly; a reset further away is a mistake, or the fault of a clock. */
const LONGEST_MS = 65 * 60_000

export async function saveQuota(db: Db, project: Project, known: KnownQuota): Promise<void> {
  const { resetsAt, seenAt } = known
  const latest = seenAt.getTime() + LONGEST_MS
  const quota = { ...known, resetsAt: new Date(Math.min(resetsAt.getTime(), latest)) }
  await db.quota.upsert({
    where: idOf(project),
    create: { network: project.network, quotaKey: project.key, ...quota },
    update: quota,
  })
}

/**
 * As pages show it: what the headers said, less the requests since then that they do not cover. Of an hour that is over
 * only the limit is still known.
 */
export function toQuota(known: KnownQuota | null, unaccounted: number, now: Date): Quota {
  if (!known) return { limit: null, remaining: null, resetsAt: null, seenAt: null }
  const { limit, seenAt } = known
  // A reading from the future was made by another clock.
  const remaining = allowance(known, unaccounted, now)
  return {
    limit,
    remaining,
    resetsAt: remaining === null ? null : known.resetsAt.toISOString(),
    seenAt: seenAt.toISOString(),
  }
}
