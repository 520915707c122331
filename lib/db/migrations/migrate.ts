import 'server-only'
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg'
import type { Driver } from '../connection/driver.ts'
import { StartError } from '../connection/start-error.ts'
import { isMigrated } from './is-migrated.ts'
import { readMigrations, readSchema } from './read-migrations.ts'
import { openSchemaEngine, schemaFilter } from './schema-engine.ts'

/** Brings the database to the newest migration; returns the names it applied. Any number of instances may call it. */
export async function migrate(driver: Driver, migrations = readMigrations()): Promise<string[]> {
  if (await isMigrated(driver, migrations)) return []
  return driver.exclusively(async (adapter) => {
    await driver.executeSql(`CREATE SCHEMA IF NOT EXISTS "${driver.schema.replaceAll('"', '""')}"`)
    return applyMissing(adapter, migrations)
  })
}

async function applyMissing(adapter: Driver['adapter'], migrationsList: MigrationList): Promise<string[]> {
  const engine = await openSchemaEngine(adapter, readSchema())
  try {
    const history = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: schemaFilter,
    })
    const failed = history.failedMigrationNames
    const edited = history.editedMigrationNames.filter((name) => !failed.includes(name))
    refuse('changed after it was applied', edited)
    // PostgreSQL has taken back what was cut off, by a kill for example, so it can be tried again.
    for (const migrationName of failed) await engine.markMigrationRolledBack({ migrationName })
    if (history.history && 'unpersistedMigrationNames' in history.history) {
      refuse('is unknown to this version of Refresh Desk', history.history.unpersistedMigrationNames)
    }
    const applied = await engine.applyMigrations({ migrationsList, filters: schemaFilter })
    return applied.appliedMigrationNames
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError(`The database could not be migrated: ${firstLine(error)}`, { cause: error })
  } finally {
    engine.free()
  }
}

function refuse(why: string, names: string[]): void {
  const [name] = names
  if (name) throw new StartError(`The database cannot be used: its migration ${name} ${why}`)
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error)
    .replace(/\s+/g, ' ')
    .slice(0, 300)
}
