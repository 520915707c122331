import 'server-only'
import type { Quota } from '../../domain/networks/quota-schema.ts'
import type { Db } from '../connection/client.ts'
import type { Project } from '../networks/quota-keys.ts'
import { findQuota, toQuota } from '../networks/quotas.ts'
import { countUnaccounted } from './attempts.ts'

/** What may still be sent under a quota key, as pages show it. */
export async function readQuota(db: Db, project: Project, now: Date): Promise<Quota> {
  const known = await findQuota(db, project)
  return toQuota(known, known ? await countUnaccounted(db, project, known.seenAt) : 0, now)
}
