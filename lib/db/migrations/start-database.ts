import 'server-only'
import type { Config } from '../../env/config.ts'
import { initialiseMode } from '../connection/mode.ts'
import { type Database, openDatabase } from '../connection/open-database.ts'
import { StartError } from '../connection/start-error.ts'
import { migrate } from './migrate.ts'

/** Opens and migrates the database of these settings and initialises its mode. */
export async function startDatabase(config: Config): Promise<Database> {
  let database: Database | undefined
  try {
    database = await openDatabase(config)
    await migrate(database)
    await initialiseMode(database.prisma, config.mode)
    return database
  } catch (error) {
    await database?.close().catch(() => {})
    throw error instanceof StartError ? error : cannotOpen(error)
  }
}

const unchecked =
  'give its certificate as sslrootcert=/path in DATABASE_URL, or use sslmode=require, which encrypts without verifying the server'
/** By what the driver or the server says. */
const waysOut: [RegExp, string][] = [
  [/self-signed certificate|unable to (verify|get)/, unchecked],
  [/sslmode=verify-ca requires/, unchecked],
  [/no encryption|SSL off/, 'add ?sslmode=require to DATABASE_URL'],
  [/does not support SSL/, 'remove sslmode from DATABASE_URL'],
]

/** A refused connection comes as an AggregateError without a message, one error for each address tried. */
export function cannotOpen(error: unknown): StartError {
  const first = error instanceof AggregateError ? error.errors[0] : error
  const said = String(first instanceof Error ? first.message : first).replace(/\s+/g, ' ')
  const wayOut = waysOut.find(([pattern]) => pattern.test(said))?.[1]
  const [reason] = said.replace('SECURITY WARNING: ', '').split(/; |\. /)
  const why = wayOut ? `${reason}; ${wayOut}` : said.slice(0, 300)
  return new StartError(`The database cannot be opened: ${why}`, { cause: error })
}
