import { setDatabase } from '../lib/db/connection/open-database.ts'
import { explainStart, StartError } from '../lib/db/connection/start-error.ts'
import { startDatabase } from '../lib/db/migrations/start-database.ts'
import { type Config, config } from '../lib/env/config.ts'
import { listIgnored } from '../lib/env/unknown-variables.ts'
import { startJobs, stopJobs } from '../lib/jobs/start-jobs.ts'
import { stopOnSignals } from '../lib/jobs/stop-on-signals.ts'
import './lib/outlive-log-reader.mjs'
import { loadSettings } from './lib/project.mjs'
import { Failure } from './lib/say.mjs'

/** The background work without the pages, beside instances that serve them; started by `npm run worker`. */
async function startWorker(settings: Config): Promise<void> {
  if (!settings.databaseUrl) {
    throw new StartError(
      'the worker needs DATABASE_URL. With the built-in database, npm start does the background work itself',
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

try {
  loadSettings()
  for (const name of listIgnored()) console.error(`refresh-desk: ${name} is not a setting and is ignored`)
  await startWorker(config())
} catch (error) {
  console.error(`refresh-desk: ${error instanceof Failure ? error.message : explainStart(error)}`)
  process.exit(1)
}
