import 'server-only'
import pg from 'pg'
import { isPooledByTransaction, seesServer } from './pooling.ts'
import { StartError } from './start-error.ts'

/** A pooler may accept a connection and let its first query wait for another to end. */
const QUERY_TIMEOUT_MS = 10_000

/**
 * The schema in which tables of this user are made unless something else is said; null when there is none. Throws where
 * sessions do not last, before anything is made there.
 */
export async function findSchema(settings: pg.PoolConfig): Promise<string | null> {
  const clients = [1, 2].map(() => new pg.Client({ ...settings, query_timeout: QUERY_TIMEOUT_MS }))
  const [client, second] = clients as [pg.Client, pg.Client]
  try {
    await client.connect()
    const { rows } = await client.query<{ schema: string | null }>('SELECT current_schema() AS schema')
    if (await seesServer(client)) return rows[0]?.schema ?? null
    await second.connect()
    if (await isPooledByTransaction(client, second)) {
      throw new StartError(
        'DATABASE_URL points to a pooler in transaction mode, such as PgBouncer with pool_mode=transaction; use session mode, or connect to PostgreSQL directly',
      )
    }
    return rows[0]?.schema ?? null
  } finally {
    await Promise.all(clients.map((one) => one.end()))
  }
}
