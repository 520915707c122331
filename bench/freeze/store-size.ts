import type { Desk } from '../../e2e/fixtures/desk.ts'
import { withDatabase } from '../measure/with-database.ts'

/** What the database of a desk in demo mode takes on disk, its log left out. */
export const storeBytes = (desk: Desk): Promise<number> =>
  withDatabase(desk, async (client) => {
    const { rows } = await client.query(`SELECT pg_database_size(current_database())::float8 AS bytes`)
    return rows[0].bytes
  })
