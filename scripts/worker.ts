import { inspect } from 'node:util'
import { setDatabase } from '../lib/db/open-database.ts'
import { startDatabase } from '../lib/db/start-database.ts'
import { StartError } from '../lib/db/start-error.ts'
import { type Config, config } from '../lib/env/config.ts'
import { ConfigError } from '../lib/env/config-error.ts'
import { startJobs, stopJobs } from '../lib/jobs/start-jobs.ts'

const STOP_DEADLINE_MS = 4_000

/** The background work without the pages, beside instances that serve them; started by `npm run worker`. */
async function startWorker(settings: Config): Promise<void> {
  if (!settings.databaseUrl) {
    throw new StartError(
      'the worker needs DATABASE_URL. The embedded database takes one process, so there npm start does the background work',
    )
  }
  const database = await startDatabase(settings)
  setDatabase(database)
  stopOnSignals(async () => {
    await stopJobs()
    await database.close()
  })
  await startJobs()
  console.log('refresh-desk: the worker is ready')
}

/** What is in hand is finished or handed back, so that another instance goes on at once. */
function stopOnSignals(close: () => Promise<void>): void {
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(1), STOP_DEADLINE_MS).unref()
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

try {
  await startWorker(config())
} catch (error) {
  const isExpected = error instanceof ConfigError || error instanceof StartError
  console.error(`refresh-desk: ${isExpected ? error.message : `cannot start: ${inspect(error)}`}`)
  process.exit(1)
}
