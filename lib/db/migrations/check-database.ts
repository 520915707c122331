import 'server-only'
import type { Config } from '../../env/config.ts'
import { refuseOtherMode } from '../connection/mode.ts'
import { openPostgres } from '../connection/open-postgres.ts'
import { StartError } from '../connection/start-error.ts'
import { cannotOpen } from './start-database.ts'

/** Throws StartError for what would stop a start on a PostgreSQL elsewhere, before anything is built or changed. */
export async function checkDatabase({ databaseUrl, mode }: Config): Promise<void> {
  if (!databaseUrl) return
  try {
    const driver = await openPostgres({ databaseUrl, databaseSocket: null })
    try {
      const found = await driver.executeSql(
        `SELECT to_regclass('"Installation"') IS NOT NULL AS "isInstalled"`,
      )
      if (!found.rows[0]?.isInstalled) return
      const { rows } = await driver.executeSql('SELECT "mode" FROM "Installation" LIMIT 1')
      if (rows[0]) refuseOtherMode(String(rows[0].mode), mode)
    } finally {
      await driver.close()
    }
  } catch (error) {
    throw error instanceof StartError ? error : cannotOpen(error)
  }
}
