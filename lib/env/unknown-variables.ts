import 'server-only'
import { distance } from 'fastest-levenshtein'
import { ConfigError } from './config-error.ts'
import { type Environment, secretNames, Variables } from './variables.ts'

/** Two letters exchanged are two changes. Shorter names, such as PORT, are near to too much that others set. */
const NEAR = 2
const SHORTEST = 8
const OUR_PREFIX = /^IMX_/

const known: readonly string[] = [
  ...Object.keys(Variables.shape),
  ...secretNames.map((name) => `${name}_FILE`),
]
const misspellable = known.filter((name) => name.length >= SHORTEST)

const listStrangers = (env: Environment) =>
  Object.keys(env).filter((name) => env[name]?.trim() && !known.includes(name))

/** Throws ConfigError for a variable that is nearly one of ours: without it the desk would start as something else. */
export function refuseMisspelt(env: Environment): void {
  for (const name of listStrangers(env)) {
    const meant = misspellable.find((one) => distance(name.toUpperCase(), one) <= NEAR)
    if (meant)
      throw new ConfigError(name, `is not a setting; rename it if you mean ${meant}, otherwise unset it`)
  }
}

/** Variables that are called as only ours are, and mean nothing here. */
export const listIgnored = (env: Environment = process.env): string[] =>
  listStrangers(env).filter((name) => OUR_PREFIX.test(name))
