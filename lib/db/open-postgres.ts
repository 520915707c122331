import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { connectionSettings } from './connection-settings.ts'
import type { DatabaseTarget, Driver } from './open-database.ts'
import { StartError } from './start-error.ts'

const EXCLUSIVE_LOCK = 4_217_311_002
const MAX_CONNECTIONS = 10
/** As long as a transaction may take: what a frozen process has locked is free after it. */
const IDLE_TRANSACTION = '30s'

export async function openPostgres(target: DatabaseTarget): Promise<Driver> {
  const { settings, schema: wanted } = connectionSettings(target)
  const pool = openPool(settings, wanted, MAX_CONNECTIONS)
  try {
    const schema = await findSchema(pool, wanted)
    return {
      isShared: target.databaseUrl !== null,
      schema,
      adapter: new PrismaPg(pool, { schema }),
      executeSql: async (text, values) => {
        const result: pg.QueryResult | pg.QueryResult[] = await pool.query(text, values)
        return { rows: Array.isArray(result) ? result.flatMap(({ rows }) => rows) : result.rows }
      },
      exclusively: (task) => withAdvisoryLock(openPool(settings, wanted, 1), schema, task),
      close: () => pool.end(),
    }
  } catch (error) {
    await pool.end()
    throw error
  }
}

/** Sessions run in UTC, because Prisma's adapter writes times without an offset, and drops the offset of those it reads. */
function openPool(settings: pg.PoolConfig, schema: string | null, max: number): pg.Pool {
  const inSchema = schema === null ? '' : `; SET search_path TO ${pg.escapeIdentifier(schema)}`
  const pool = new pg.Pool({
    ...settings,
    max,
    onConnect: async (client) => {
      const limit = `SET idle_in_transaction_session_timeout TO '${IDLE_TRANSACTION}'`
      await client.query(`SET TIME ZONE 'UTC'; ${limit}${inSchema}`)
    },
  })
  // An idle connection that the server closes is replaced at the next query; without a listener it ends the process.
  pool.on('error', () => {})
  return pool
}

/** Prisma names a schema in each query and our own SQL names none, so both must mean the same one. */
async function findSchema(pool: pg.Pool, wanted: string | null): Promise<string> {
  if (wanted !== null) return wanted
  const { rows } = await pool.query<{ schema: string | null }>('SELECT current_schema() AS schema')
  const schema = rows[0]?.schema
  if (schema) return schema
  throw new StartError('DATABASE_URL leads to no schema: add ?schema=name to it')
}

/** The schema engine never frees a lock of its own, so that only the end of its session lets the next instance in. */
async function withAdvisoryLock<T>(
  pool: pg.Pool,
  schema: string,
  task: (adapter: PrismaPg) => Promise<T>,
): Promise<T> {
  try {
    await pool.query('SELECT pg_advisory_lock($1)', [EXCLUSIVE_LOCK])
    return await task(new PrismaPg(pool, { schema }))
  } finally {
    await pool.end()
  }
}
