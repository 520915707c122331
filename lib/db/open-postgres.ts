import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import type { Driver } from './open-database.ts'

const EXCLUSIVE_LOCK = 4_217_311_002
const MAX_CONNECTIONS = 10
const CONNECT_TIMEOUT_MS = 10_000

/** Connects lazily. */
export function openPostgres(url: string): Driver {
  const pool = openPool(url, MAX_CONNECTIONS)
  return {
    kind: 'postgres',
    adapter: new PrismaPg(pool),
    executeSql: async (text, values) => {
      const result: pg.QueryResult | pg.QueryResult[] = await pool.query(text, values)
      return { rows: Array.isArray(result) ? result.flatMap(({ rows }) => rows) : result.rows }
    },
    exclusively: (task) => withAdvisoryLock(url, task),
    close: () => pool.end(),
  }
}

/** Sessions run in UTC, because Prisma's adapter writes times without an offset, and drops the offset of those it reads. */
function openPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    options: '-c TimeZone=UTC',
  })
  // An idle connection that the server closes is replaced at the next query; without a listener it ends the process.
  pool.on('error', () => {})
  return pool
}

/** The schema engine never frees a lock of its own, so that only the end of its session lets the next instance in. */
async function withAdvisoryLock<T>(url: string, task: (adapter: PrismaPg) => Promise<T>): Promise<T> {
  const pool = openPool(url, 1)
  try {
    await pool.query('SELECT pg_advisory_lock($1)', [EXCLUSIVE_LOCK])
    return await task(new PrismaPg(pool))
  } finally {
    await pool.end()
  }
}
