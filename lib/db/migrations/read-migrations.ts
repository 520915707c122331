import 'server-only'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg'
import { findRoot } from '../../env/root.ts'

export const LOCK_FILE = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' }

export function migrationsPath(): string {
  return join(findRoot(), 'prisma', 'migrations')
}

export function readSchema(): string {
  return readFileSync(join(findRoot(), 'prisma', 'schema.prisma'), 'utf8')
}

/** The migrations of the folder, oldest first, in the shape the schema engine wants. */
export function readMigrations(baseDir = migrationsPath()): MigrationList {
  const names = existsSync(/* turbopackIgnore: true */ baseDir)
    ? readdirSync(/* turbopackIgnore: true */ baseDir, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : []
  return {
    baseDir,
    lockfile: LOCK_FILE,
    shadowDbInitScript: '',
    migrationDirectories: names.sort().map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(baseDir, path, 'migration.sql'), 'utf8') },
      },
    })),
  }
}
