import 'server-only'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { DriverAdapterError, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import type { Driver } from './open-database.ts'

export async function openPglite(dataDir: string): Promise<Driver> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  return pgliteDriver(await PGlite.create(join(dataDir, 'pglite')))
}

export function pgliteDriver(client: PGlite): Driver {
  const adapter = adapterOf(client)
  return {
    kind: 'pglite',
    adapter,
    executeSql: async (text, values = []) => {
      if (values.length > 0) return client.query<Record<string, unknown>>(text, values)
      return { rows: (await client.exec(text)).flatMap(({ rows }) => rows) }
    },
    exclusively: (task) => task(adapter),
    close: () => client.close(),
  }
}

/**
 * The adapter's own `executeScript` does not wait for the script, so that a migration that fails would count as
 * applied and its error would end the process; this one waits.
 */
function adapterOf(client: PGlite): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPGlite(client)
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    adapter.executeScript = async (script) => {
      await client.exec(script).catch((error: { code?: string; severity?: string; message: string }) => {
        const { code = 'N/A', severity = 'ERROR', message } = error
        throw new DriverAdapterError({
          kind: 'postgres',
          code,
          severity,
          message,
          detail: undefined,
          column: undefined,
          hint: undefined,
        })
      })
    }
    return adapter
  }
  return factory
}
