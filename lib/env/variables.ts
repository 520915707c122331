import 'server-only'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { ConfigError } from './config-error.ts'
import { databaseUrl } from './database-url.ts'

export type Environment = Record<string, string | undefined>

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number')
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65535, 'must be a port number from 1 to 65535')

const httpUrl = z.string().transform((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : null
  if (url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username && !url.password) {
    return value.replace(/\/+$/, '')
  }
  context.addIssue({
    code: 'custom',
    message: 'must be an http or https URL without credentials, query or fragment',
  })
  return z.NEVER
})

/** What Sign-In with Ethereum knows as a domain. */
const signInHost =
  /^(localhost|\d+(\.\d+){3}|([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9]))$/
const siteUrl = httpUrl
  .refine((value) => new URL(value).pathname === '/', 'must not have a path')
  .refine(
    (value) => signInHost.test(new URL(value).hostname),
    'must name localhost, an IPv4 address or a full domain such as desk.example.com, because wallets sign in to no others',
  )

const rate = z
  .string()
  .regex(/^\d+(\.\d+)?$/, 'must be a number of requests per second, or 0 for no limit')
  .transform(Number)
  .refine((value) => value === 0 || (value >= 0.1 && value <= 1000), 'must be 0, or from 0.1 to 1000')

const share = z
  .string()
  .regex(/^\d(\.\d+)?$/, 'must be a number from 0 to 1')
  .transform(Number)
  .refine((value) => value <= 1, 'must be a number from 0 to 1')
const seconds = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a number of seconds')
  .transform(Number)
  .refine((value) => value >= 4 && value <= 86_400, 'must be from 4 to 86400')

const interval = z
  .string()
  .regex(/^\d{1,2}(\.\d+)?$/, 'must be a number of seconds, or 0 to share nothing')
  .transform(Number)
  .refine((value) => value <= 60, 'must be from 0 to 60')

const delay = z
  .string()
  .regex(/^\d{1,3}(\.\d+)?$/, 'must be a number of seconds')
  .transform(Number)
  .refine((value) => value <= 300, 'must be from 0 to 300')

const host = z.string().regex(/^[A-Za-z0-9.:_-]+$/, 'must be a host name or an IP address')
const longSecret = z.string().min(32, 'must have at least 32 characters')

/** Every setting of the desk, by the name it has in the environment. */
export const Variables = z.object({
  PORT: port.default(3000),
  HOST: host.default('127.0.0.1'),
  PUBLIC_URL: siteUrl.optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_SOCKET: z.string().optional(),
  APP_SECRET: longSecret.optional(),
  SETUP_TOKEN: z.string().min(12, 'must have at least 12 characters').optional(),
  NETWORKS: z.string().optional(),
  IMX_BASE_URL: httpUrl.default('https://api.x.immutable.com'),
  IMX_API_KEY: z.string().optional(),
  IMX_REQUESTS_PER_SECOND: rate.default(5),
  IMX_SANDBOX_BASE_URL: httpUrl.default('https://api.sandbox.x.immutable.com'),
  IMX_SANDBOX_API_KEY: z.string().optional(),
  IMX_SANDBOX_REQUESTS_PER_SECOND: rate.default(5),
  IPFS_GATEWAY: httpUrl.default('https://ipfs.io/ipfs'),
  ARWEAVE_GATEWAY: httpUrl.default('https://arweave.net'),
  HOLD_FAILED_SHARE: share.default(0.5),
  DECIDE_AFTER_SECONDS: seconds.default(900),
  PROXY_INTERVAL_SECONDS: interval.default(2),
  SHUTDOWN_DELAY_SECONDS: delay.default(1),
  SANDBOX_PORT: port.default(4010),
  SANDBOX_CONTROL_TOKEN: z.string().optional(),
  DESK_MODE: z.enum(['dev'], 'is set by npm run dev alone, and can only be "dev"').optional(),
})
export type Variables = z.infer<typeof Variables>

/** Settings that may also be given as the path of a file, in a variable of the same name with `_FILE`. */
export const secretNames = [
  'DATABASE_URL',
  'APP_SECRET',
  'SETUP_TOKEN',
  'IMX_API_KEY',
  'IMX_SANDBOX_API_KEY',
  'SANDBOX_CONTROL_TOKEN',
] as const satisfies (keyof Variables)[]

/** An empty value counts as unset, so that `NAME=` in a file of settings switches nothing on. */
export function readVariables(env: Environment): Variables {
  const given: Environment = {}
  for (const name of Object.keys(Variables.shape)) given[name] = env[name]?.trim() || undefined
  for (const name of secretNames) given[name] = readSecret(env, name) ?? given[name]
  const result = Variables.safeParse(given)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new ConfigError(String(issue?.path[0]), issue?.message ?? 'is not valid')
}

function readSecret(env: Environment, name: string): string | undefined {
  const path = env[`${name}_FILE`]?.trim()
  if (!path) return undefined
  if (env[name]?.trim()) throw new ConfigError(name, `and ${name}_FILE are both set; set only one`)
  try {
    const secret = readFileSync(path, 'utf8').trim()
    if (secret) return secret
  } catch {
    throw new ConfigError(`${name}_FILE`, `names a file that cannot be read: ${path}`)
  }
  throw new ConfigError(`${name}_FILE`, `names an empty file: ${path}`)
}
