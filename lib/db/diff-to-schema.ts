import 'server-only'
import { PGlite } from '@electric-sql/pglite'
import { readMigrations, readSchema } from './migrations.ts'
import { pgliteDriver } from './open-pglite.ts'
import { openSchemaEngine, schemaFilter } from './schema-engine.ts'

/** The SQL that prisma/schema.prisma has beyond the migrations, or null when they already make it. */
export async function diffToSchema(): Promise<string | null> {
  const schema = readSchema()
  const client = await PGlite.create()
  const engine = await openSchemaEngine(pgliteDriver(client).adapter, schema)
  try {
    const { stdout, exitCode } = await engine.diff({
      from: { tag: 'migrations', ...readMigrations() },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
      script: true,
      exitCode: true,
      filters: schemaFilter,
    })
    return exitCode === 0 ? null : stdout
  } finally {
    engine.free()
    await client.close()
  }
}
