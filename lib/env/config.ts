import 'server-only'
import { resolve } from 'node:path'
import { ConfigError } from './config-error.ts'
import { localNetwork, type NetworkConfig, readNetworks } from './network-config.ts'
import { refuseMisspelt } from './unknown-variables.ts'
import { type Environment, readVariables, type Variables } from './variables.ts'

export type Config = {
  port: number
  host: string
  publicUrl: string | null
  /** The origins on which sign-in is valid, without a trailing slash. */
  origins: string[]
  /** The directory of this mode (`DATA_DIR/demo`, `/desk` or `/dev`), absolute. */
  dataDir: string
  databaseUrl: string | null
  /** Where the launcher's own PostgreSQL listens, when there is no `databaseUrl`: the folder of its socket. */
  databaseSocket: string | null
  appSecret: string | null
  setupToken: string | null
  mode: 'demo' | 'real'
  networks: NetworkConfig[]
  /** A batch of which a larger share of its tokens failed holds the rest of its refresh; 1 means never. */
  holdFailedShare: number
  /** How long a lost batch is looked for before its absence counts. */
  decideAfterMs: number
  /** For how long scripts that read the same are told the same; 0 means each asks for itself. */
  proxyIntervalMs: number
  /** For how long it serves on after it was told to stop, with `/readyz` at 503. */
  shutdownDelayMs: number
  sandboxPort: number
  sandboxControlToken: string | null
  /** Without a trailing slash; an `ipfs://` path is appended after one. */
  ipfsGateway: string
  /** The same for `ar://`. */
  arweaveGateway: string
}

/** Throws ConfigError for the first setting that cannot be used. */
export function readConfig(env: Environment = process.env): Config {
  refuseMisspelt(env)
  const variables = readVariables(env)
  const networks = readNetworks(variables)
  const mode = networks ? 'real' : 'demo'
  checkTogether(variables, mode)
  const port = variables.PORT
  return {
    port,
    host: variables.HOST,
    publicUrl: variables.PUBLIC_URL ? new URL(variables.PUBLIC_URL).origin : null,
    origins: variables.PUBLIC_URL
      ? [new URL(variables.PUBLIC_URL).origin]
      : ['localhost', '127.0.0.1'].map((name) => new URL(`http://${name}:${port}`).origin),
    dataDir: resolve(variables.DATA_DIR, variables.DESK_MODE ?? (mode === 'demo' ? 'demo' : 'desk')),
    databaseUrl: variables.DATABASE_URL ?? null,
    databaseSocket: variables.DATABASE_SOCKET ?? null,
    appSecret: variables.APP_SECRET ?? null,
    setupToken: variables.SETUP_TOKEN ?? null,
    mode,
    networks: networks ?? [localNetwork(variables.SANDBOX_PORT)],
    holdFailedShare: variables.HOLD_FAILED_SHARE,
    decideAfterMs: variables.DECIDE_AFTER_SECONDS * 1000,
    proxyIntervalMs: variables.PROXY_INTERVAL_SECONDS * 1000,
    shutdownDelayMs: variables.SHUTDOWN_DELAY_SECONDS * 1000,
    sandboxPort: variables.SANDBOX_PORT,
    sandboxControlToken: variables.SANDBOX_CONTROL_TOKEN ?? null,
    ipfsGateway: variables.IPFS_GATEWAY,
    arweaveGateway: variables.ARWEAVE_GATEWAY,
  }
}

function checkTogether(variables: Variables, mode: Config['mode']): void {
  const isLoopback = ['127.0.0.1', 'localhost', '::1'].includes(variables.HOST)
  if (mode === 'demo' && !isLoopback) {
    throw new ConfigError('HOST', 'must be 127.0.0.1 in demo mode; set NETWORKS to serve others')
  }
  if (!isLoopback && !variables.PUBLIC_URL) {
    throw new ConfigError(
      'PUBLIC_URL',
      `must be set when HOST is ${variables.HOST}, because sign-in is tied to it`,
    )
  }
  if (variables.DATABASE_URL && !variables.APP_SECRET) {
    throw new ConfigError(
      'APP_SECRET',
      'must be set with DATABASE_URL, so that every instance uses the same one',
    )
  }
  if (mode === 'demo' && variables.SANDBOX_PORT === variables.PORT) {
    throw new ConfigError('SANDBOX_PORT', 'must differ from PORT')
  }
}

let current: Config | undefined

/** The settings of this process, read once. */
export function config(): Config {
  current ??= readConfig()
  return current
}
