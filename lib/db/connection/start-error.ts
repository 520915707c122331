import 'server-only'
import { inspect } from 'node:util'
import { ConfigError } from '../../env/config-error.ts'
import { findDatabaseTrouble } from './database-trouble.ts'
import { troubleText } from './errors.ts'

/** Why the desk cannot start, in one line for the person who starts it. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

/** One line for what a person can mend, everything for what nobody expected. */
export function explainStart(error: unknown): string {
  if (error instanceof ConfigError || error instanceof StartError) return error.message
  const trouble = findDatabaseTrouble(error)
  return trouble ? `${troubleText(trouble)} ${oneLine(error)}` : `cannot start: ${inspect(error)}`
}

const oneLine = (error: unknown) => String(error).replace(/\s+/g, ' ').slice(0, 300)
