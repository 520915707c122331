import 'server-only'
import { createHash } from 'node:crypto'
import { PgBoss } from 'pg-boss'
import { database } from '../db/connection/open-database.ts'
import { queueNames } from './queues.ts'

/** Of a desk in another schema than the usual one; pg-boss takes neither every name nor every length. */
const queueSchema = (schema: string) =>
  schema === 'public' ? 'pgboss' : `pgboss_${createHash('sha256').update(schema).digest('hex').slice(0, 12)}`

const EXPIRE_SECONDS = 900
const KEEP_DONE_SECONDS = 300
const STOP_TIMEOUT_MS = 3_000

// Next bundles routes and instrumentation apart; both must reach the same queue.
const shared = globalThis as typeof globalThis & { refreshDeskBoss?: PgBoss }

/** The running queue; null before the start, after the stop, and in tests that need none. */
export const findBoss = (): PgBoss | null => shared.refreshDeskBoss ?? null

/** Opens the queue on the desk's own database, in a schema of its own. `onError` gets what fails in the background. */
export async function startBoss(onError: (error: Error) => void): Promise<PgBoss> {
  const { executeSql, schema } = database()
  const boss = new PgBoss({
    db: { executeSql },
    schema: queueSchema(schema),
    schedule: false,
    superviseIntervalSeconds: 60,
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
  shared.refreshDeskBoss = boss
  return boss
}

/** Waits a few seconds for what is in hand, then lets go of it. */
export async function stopBoss(): Promise<void> {
  const boss = findBoss()
  delete shared.refreshDeskBoss
  await boss?.stop({ graceful: true, timeout: STOP_TIMEOUT_MS, close: false })
}

/** `short`: one job of a key waits. What is in hand holds no key, so that a worker that died blocks nobody. */
async function createQueue(boss: PgBoss, name: string): Promise<void> {
  await boss.createQueue(name, {
    policy: 'short',
    retryLimit: 0,
    expireInSeconds: EXPIRE_SECONDS,
    deleteAfterSeconds: KEEP_DONE_SECONDS,
  })
}
