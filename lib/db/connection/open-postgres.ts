import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { connectionSettings } from './connection-settings.ts'
import type { DatabaseTarget, Driver } from './driver.ts'
import { findSchema } from './find-schema.ts'
import { migrationAdapter } from './migration-adapter.ts'
import { StartError } from './start-error.ts'
import { statementNames } from './statement-names.ts'

const EXCLUSIVE_LOCK = 4_217_311_002
const MAX_CONNECTIONS = 10
/** As long as a transaction may take: what a frozen process has locked is free after it. */
const IDLE_TRANSACTION = '30s'

export async function openPostgres(target: DatabaseTarget): Promise<Driver> {
  const { settings, schema: wanted } = connectionSettings(target)
  const found = await findSchema(settings)
  const schema = wanted ?? found
  if (!schema) throw new StartError('DATABASE_URL points to no schema: add ?schema=name to it')
  const pool = openPool(settings, schema, MAX_CONNECTIONS)
  const isShared = target.databaseUrl !== null
  return {
    isShared,
    schema,
    adapter: new PrismaPg(pool, { schema, ...(!isShared && { statementNameGenerator: statementNames() }) }),
    executeSql: async (text, values) => {
      const result: pg.QueryResult | pg.QueryResult[] = await pool.query(text, values)
      return { rows: Array.isArray(result) ? result.flatMap(({ rows }) => rows) : result.rows }
    },
    exclusively: (task) => withAdvisoryLock(openPool(settings, schema, 1), schema, task),
    close: () => pool.end(),
  }
}

/**
 * Prisma names the schema in each query and our own SQL names none, so the session is told. It runs in UTC, because
 * Prisma's adapter writes times without an offset, and drops the offset of those it reads.
 */
function openPool(settings: pg.PoolConfig, schema: string, max: number): pg.Pool {
  const session = [
    `SET search_path TO ${pg.escapeIdentifier(schema)}`,
    `SET TIME ZONE 'UTC'`,
    `SET idle_in_transaction_session_timeout TO '${IDLE_TRANSACTION}'`,
  ].join('; ')
  const pool = new pg.Pool({
    ...settings,
    max,
    onConnect: async (client) => {
      await client.query(session)
    },
  })
  // An idle connection that the server closes is replaced at the next query; without a listener it ends the process.
  pool.on('error', () => {})
  return pool
}

/** The schema engine never frees a lock of its own, so that only the end of its session lets the next instance in. */
async function withAdvisoryLock<T>(
  pool: pg.Pool,
  schema: string,
  task: (adapter: PrismaPg) => Promise<T>,
): Promise<T> {
  try {
    await pool.query('SELECT pg_advisory_lock($1)', [EXCLUSIVE_LOCK])
    return await task(migrationAdapter(pool, schema))
  } finally {
    await pool.end()
  }
}
