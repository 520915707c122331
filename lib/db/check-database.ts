import 'server-only'
import type { Config } from '../env/config.ts'
import { refuseLocked } from './directory-lock.ts'
import { openPostgres } from './open-postgres.ts'
import { cannotOpen } from './start-database.ts'
import { StartError } from './start-error.ts'
import { refuseOtherWorld } from './world.ts'

/** Throws StartError for what would stop a start, as far as that can be seen without opening or changing anything. */
export async function checkDatabase({ databaseUrl, dataDir, world }: Config): Promise<void> {
  if (!databaseUrl) {
    refuseLocked(dataDir)
    return
  }
  const driver = openPostgres(databaseUrl)
  try {
    const found = await driver.executeSql(`SELECT to_regclass('"Installation"') IS NOT NULL AS "isInstalled"`)
    if (!found.rows[0]?.isInstalled) return
    const { rows } = await driver.executeSql('SELECT "mode" FROM "Installation" LIMIT 1')
    if (rows[0]) refuseOtherWorld(String(rows[0].mode), world)
  } catch (error) {
    throw error instanceof StartError ? error : cannotOpen(error)
  } finally {
    await driver.close()
  }
}
