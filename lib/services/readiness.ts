import 'server-only'
import { sharedTtlCache } from '../core/ttl-cache.ts'
import { withTimeout } from '../core/with-timeout.ts'
import type { DatabaseTrouble } from '../db/connection/database-trouble.ts'
import { troubleText } from '../db/connection/errors.ts'
import { database, hasDatabase } from '../db/connection/open-database.ts'
import { probeDatabase } from '../db/connection/probe-database.ts'

/** What this instance can do, each true when all is well; `problem` says in words what is wrong. */
export type Readiness = {
  /** False from the moment it is told to stop, while it still answers. */
  serving: boolean
  database: boolean
  /** Whether the database can store something. */
  storage: boolean
  migrations: boolean
  jobs: boolean
  problem: string | null
}

/** A database that hangs is no better than one that is gone. */
const PROBE_TIMEOUT_MS = 2_000
/** However many ask at once; longer would tell a balancer of a database that has gone since. */
const PROBE_EVERY_MS = 250

type Checks = { areJobsRunning: () => boolean; isStopping: () => boolean }
type Shared = typeof globalThis & { refreshDeskChecks?: Checks }

/** Told at start how to see the rest of the process, because services do not know who runs them. */
export function setReadinessChecks(checks: Checks): void {
  ;(globalThis as Shared).refreshDeskChecks = checks
}

/** Whether this instance may be given traffic. The database is shared only after its migrations are applied. */
export async function checkReadiness(): Promise<Readiness> {
  const checks = (globalThis as Shared).refreshDeskChecks
  const isOpen = hasDatabase()
  const trouble = isOpen ? await probe() : 'unreachable'
  const isFullOrFixed = trouble === 'disk_full' || trouble === 'read_only'
  const found = {
    serving: !checks?.isStopping(),
    database: trouble === null || isFullOrFixed,
    storage: trouble === null,
    migrations: isOpen,
    jobs: checks?.areJobsRunning() ?? false,
  }
  return { ...found, problem: explain(found, trouble) }
}

const probe = () =>
  sharedTtlCache<DatabaseTrouble | null>('readiness', { ttlMs: PROBE_EVERY_MS, max: 1 }).getOrLoad(
    'database',
    Date.now(),
    () =>
      withTimeout<DatabaseTrouble | null, DatabaseTrouble>(
        PROBE_TIMEOUT_MS,
        probeDatabase(database()),
        'unreachable',
      ),
  )

function explain(found: Omit<Readiness, 'problem'>, trouble: DatabaseTrouble | null): string | null {
  if (!found.serving) return 'This instance is stopping.'
  if (!found.migrations) return 'This instance is starting.'
  if (trouble) return troubleText(trouble)
  return found.jobs ? null : 'The background work is not running.'
}
