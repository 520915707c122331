import 'server-only'
import type pg from 'pg'
import type { DatabaseTarget } from './driver.ts'

const CONNECT_TIMEOUT_MS = 10_000

/** How to reach a database, and the schema that its URL asks for, as Prisma's own URLs do. */
export function connectionSettings({ databaseUrl, databaseSocket }: DatabaseTarget): {
  settings: pg.PoolConfig
  schema: string | null
} {
  const common = { connectionTimeoutMillis: CONNECT_TIMEOUT_MS }
  if (!databaseUrl) {
    if (!databaseSocket) throw new Error('There is no database: start Refresh Desk with npm start')
    const local = { host: databaseSocket, port: 5432, user: 'desk', database: 'postgres', ssl: false }
    return { settings: { ...common, ...local }, schema: null }
  }
  const url = new URL(databaseUrl)
  const schema = url.searchParams.get('schema')
  url.searchParams.delete('schema')
  // `sslmode` means what it means to every other client of PostgreSQL: the driver's own reading differs, and warns.
  if (url.searchParams.has('sslmode') && !url.searchParams.has('uselibpqcompat')) {
    url.searchParams.set('uselibpqcompat', 'true')
  }
  return { settings: { ...common, connectionString: url.href }, schema }
}
