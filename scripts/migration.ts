import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diffToSchema } from '../lib/db/migrations/diff-to-schema.ts'
import { LOCK_FILE, migrationsPath } from '../lib/db/migrations/read-migrations.ts'
import { startPostgres } from './lib/postgres/start-postgres.mjs'

/** `npm run migration -- name` writes what prisma/schema.prisma has beyond the migrations as the next one. */
function writeMigration(name: string, sql: string): string {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(migrationsPath(), `${stamp}_${name}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(migrationsPath(), LOCK_FILE.path), LOCK_FILE.content)
  writeFileSync(join(folder, 'migration.sql'), sql)
  return folder
}

const name = process.argv[2] ?? ''
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Usage: npm run migration -- name_in_snake_case')
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'desk-migration-'))
const { url, stop } = await startPostgres(folder, { isTemporary: true })
const sql = await diffToSchema(url)
console.log(
  sql ? `Wrote ${writeMigration(name, sql)}` : 'Nothing to do: the migrations already match the schema.',
)
await stop()
rmSync(folder, { recursive: true, force: true })
