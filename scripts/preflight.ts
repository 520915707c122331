import { StartError } from '../lib/db/connection/start-error.ts'
import { checkDatabase } from '../lib/db/migrations/check-database.ts'
import { config } from '../lib/env/config.ts'
import { ConfigError } from '../lib/env/config-error.ts'
import { listIgnored } from '../lib/env/unknown-variables.ts'

/** Run by the launcher before it builds: the settings it needs as one line of JSON, or why they cannot be used. */
try {
  const settings = config()
  await checkDatabase(settings)
  const { port, host, mode, sandboxPort, dataDir, databaseUrl, shutdownDelayMs } = settings
  const url = settings.publicUrl ?? `http://localhost:${port}`
  const isEmbedded = databaseUrl === null
  const ignored = listIgnored()
  console.log(
    JSON.stringify({ port, host, mode, sandboxPort, dataDir, isEmbedded, url, shutdownDelayMs, ignored }),
  )
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StartError)) throw error
  console.error(error.message)
  process.exit(1)
}
