import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { DriverAdapterError } from '@prisma/driver-adapter-utils'
import type pg from 'pg'

/**
 * Prisma's adapter for its schema engine. Its own `executeScript` cuts a script at each semicolon and runs the pieces one
 * by one; here PostgreSQL gets the whole, which is one transaction: a migration is applied or it is not.
 */
export function migrationAdapter(pool: pg.Pool, schema?: string): PrismaPg {
  const factory = new PrismaPg(pool, schema === undefined ? {} : { schema })
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const connection = await connect()
    connection.executeScript = async (script) => {
      await pool.query(script).catch(toAdapterError)
    }
    return connection
  }
  return factory
}

function toAdapterError({ code = 'N/A', severity = 'ERROR', message }: pg.DatabaseError): never {
  throw new DriverAdapterError({
    kind: 'postgres',
    code,
    severity,
    message,
    detail: undefined,
    column: undefined,
    hint: undefined,
  })
}
