import 'server-only'
import { createHash } from 'node:crypto'
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg'
import type { Driver } from '../connection/driver.ts'

type Applied = { name: string; checksum: string; isWhole: boolean }

/**
 * Whether just these migrations have been applied, each as it is now. Reads the books that Prisma's engine keeps, so that
 * a start with nothing to do need not load the engine, which takes longer than all the rest.
 */
export async function isMigrated(
  { executeSql }: Driver,
  { migrationDirectories }: MigrationList,
): Promise<boolean> {
  const found = await executeSql(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS "isKept"`)
  if (!found.rows[0]?.isKept) return false
  const { rows } = await executeSql(`
    SELECT "migration_name" AS "name", "checksum",
      "finished_at" IS NOT NULL AS "isWhole"
    FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "migration_name"`)
  const applied = rows as Applied[]
  return (
    applied.length === migrationDirectories.length &&
    migrationDirectories.every(({ path, migrationFile: { content } }, at) => {
      const row = applied[at]
      return (
        row?.name === path && row.isWhole && content.tag === 'ok' && row.checksum === sha256(content.value)
      )
    })
  )
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
