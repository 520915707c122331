import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import type { Driver } from './open-database.ts'

const EXCLUSIVE_LOCK = 4_217_311_002
const MAX_CONNECTIONS = 10
const CONNECT_TIMEOUT_MS = 10_000

/** Connects lazily. Sessions run in UTC, because Prisma stores times without a zone. */
export function openPostgres(url: string): Driver {
  const pool = new pg.Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    options: '-c TimeZone=UTC',
  })
  // An idle connection that the server closes is replaced at the next query; without a listener it ends the process.
  pool.on('error', () => {})
  return {
    kind: 'postgres',
    adapter: new PrismaPg(pool),
    executeSql: async (text, values) => {
      const result: pg.QueryResult | pg.QueryResult[] = await pool.query(text, values)
      return { rows: Array.isArray(result) ? result.flatMap(({ rows }) => rows) : result.rows }
    },
    exclusively: (task) => withAdvisoryLock(pool, task),
    close: () => pool.end(),
  }
}

async function withAdvisoryLock<T>(pool: pg.Pool, task: () => Promise<T>): Promise<T> {
  const session = await pool.connect()
  try {
    await session.query('SELECT pg_advisory_lock($1)', [EXCLUSIVE_LOCK])
    return await task()
  } finally {
    // Ending the session frees the lock, whatever state it is in.
    session.release(true)
  }
}
