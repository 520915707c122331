import 'server-only'
import { PgBoss } from 'pg-boss'
import type { Driver } from '../db/open-database.ts'
import { database } from '../db/open-database.ts'
import { queueNames } from './queues.ts'

const SCHEMA = 'pgboss'
/** A worker that is silent for longer has died or stands still: others may have its job. */
const HEARTBEAT_SECONDS = 15
const EXPIRE_SECONDS = 900
const KEEP_DONE_SECONDS = 300
const STOP_TIMEOUT_MS = 3_000

// Next bundles routes and instrumentation apart; both must reach the same queue.
const shared = globalThis as typeof globalThis & { refreshDeskBoss?: PgBoss }

/** The running queue; null before the start, after the stop, and in tests that need none. */
export const findBoss = (): PgBoss | null => shared.refreshDeskBoss ?? null

/** Opens the queue on the desk's own database, in a schema of its own. `onError` gets what fails in the background. */
export async function startBoss(onError: (error: Error) => void): Promise<PgBoss> {
  const driver = database()
  const boss = new PgBoss({
    db: { executeSql: (text, values) => execute(driver, withoutOldKeys(text), values) },
    backend: driver.kind === 'pglite' ? 'pglite' : 'postgres',
    schema: SCHEMA,
    schedule: false,
    superviseIntervalSeconds: 15,
    maintenanceIntervalSeconds: 600,
    monitorIntervalSeconds: 600,
    bamIntervalSeconds: 600,
    flowIntervalSeconds: 600,
    queueCacheIntervalSeconds: 600,
    reindex: false,
    monitorVacuum: false,
  })
  boss.on('error', onError)
  await boss.start()
  for (const name of queueNames) await createQueue(boss, name)
  // One process owns an embedded database: what its predecessor left in hand would only block the same keys.
  if (driver.kind === 'pglite') for (const name of queueNames) await boss.deleteAllJobs(name)
  shared.refreshDeskBoss = boss
  return boss
}

/** Waits a few seconds for what is in hand, then lets go of it. */
export async function stopBoss(): Promise<void> {
  const boss = findBoss()
  delete shared.refreshDeskBoss
  await boss?.stop({ graceful: true, timeout: STOP_TIMEOUT_MS, close: false })
}

async function createQueue(boss: PgBoss, name: string): Promise<void> {
  const options = {
    retryLimit: 0,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    expireInSeconds: EXPIRE_SECONDS,
    deleteAfterSeconds: KEEP_DONE_SECONDS,
  }
  await boss.createQueue(name, { ...options, policy: 'stately' })
  // One that an older desk made keeps its old options otherwise.
  await boss.updateQueue(name, options)
}

/**
 * pg-boss passes over keys that were at work when it last wrote its statistics, and reads that as seldom as it writes
 * them: a job that is due would wait for minutes, after a kill in particular. Its unique index keeps the order anyway.
 */
const withoutOldKeys = (text: string) =>
  text.replace('q.singletons_active as "singletonsActive"', 'NULL::text[] as "singletonsActive"')

/** pg-boss expects a pool, where a failed script leaves no open transaction; PGlite has one connection. */
async function execute(driver: Driver, text: string, values?: unknown[]) {
  try {
    return await driver.executeSql(text, values)
  } catch (error) {
    if (driver.kind === 'pglite' && !values?.length) await driver.executeSql('ROLLBACK').catch(() => {})
    throw error
  }
}
