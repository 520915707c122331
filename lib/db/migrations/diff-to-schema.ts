import 'server-only'
import type { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { migrationAdapter } from '../connection/migration-adapter.ts'
import { readMigrations, readSchema } from './read-migrations.ts'
import { openSchemaEngine, schemaFilter } from './schema-engine.ts'

/**
 * The SQL that prisma/schema.prisma has beyond the migrations, or null when they already make it. The engine runs the
 * migrations in an empty database, `scratchUrl`, which is the caller's to drop.
 */
export async function diffToSchema(scratchUrl: string): Promise<string | null> {
  const { pool, adapter } = readingChars(scratchUrl)
  const schema = readSchema()
  const engine = await openSchemaEngine(adapter, schema)
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
    await pool.end()
  }
}

/** Codes of PostgreSQL's types: `"char"`, and one that its catalog has no column of. */
const CHAR = 18
const TIME = 1083

/** Reads the one-letter columns of PostgreSQL's catalog as the engine wants them; Prisma's own adapter refuses them. */
function readingChars(connectionString: string): { pool: pg.Pool; adapter: PrismaPg } {
  const pool = new pg.Pool({ connectionString })
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryResult>
  const marked = async (...args: unknown[]) => {
    const result = await query(...args)
    for (const field of result.fields ?? []) if (field.dataTypeID === CHAR) field.dataTypeID = TIME
    return result
  }
  pool.query = marked as typeof pool.query
  const adapter = migrationAdapter(pool)
  adapter.connectToShadowDb = async () => {
    const connection = await adapter.connect()
    const queryRaw = connection.queryRaw.bind(connection)
    connection.queryRaw = async (sql) => {
      const result = await queryRaw(sql)
      const columnTypes = result.columnTypes.map((type) =>
        type === ColumnTypeEnum.Time ? ColumnTypeEnum.Character : type,
      )
      return { ...result, columnTypes }
    }
    return connection
  }
  return { pool, adapter }
}
