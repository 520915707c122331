import { inspect } from 'node:util'
import { prepareSetupToken } from './lib/auth/setup-token.ts'
import { hasDatabase, setDatabase } from './lib/db/open-database.ts'
import { startDatabase } from './lib/db/start-database.ts'
import { StartError } from './lib/db/start-error.ts'
import { type Config, config } from './lib/env/config.ts'
import { ConfigError } from './lib/env/config-error.ts'
import { areJobsRunning, startJobs, stopJobs } from './lib/jobs/start-jobs.ts'
import { closeStreams } from './lib/services/live/streams.ts'
import { setJobsCheck } from './lib/services/readiness.ts'

const STOP_DEADLINE_MS = 4_000

/** Opens everything the desk needs, or says in one line why it cannot and ends the process. */
export async function startDesk(): Promise<void> {
  // `next dev` registers again when a file that this one imports changes.
  if (hasDatabase()) return
  try {
    await open(config())
  } catch (error) {
    const isExpected = error instanceof ConfigError || error instanceof StartError
    process.stderr.write(`refresh-desk: ${isExpected ? error.message : `cannot start: ${inspect(error)}`}\n`)
    process.exit(1)
  }
}

async function open(settings: Config): Promise<void> {
  const database = await startDatabase(settings)
  setDatabase(database)
  const token = await prepareSetupToken(database.prisma)
  if (token) say(`set-up token for the first admin: ${token}`)
  stopOnSignals(async () => {
    closeStreams()
    await stopJobs()
    await database.close()
  })
  setJobsCheck(areJobsRunning)
  await startJobs()
}

function say(line: string): void {
  process.stdout.write(`refresh-desk: ${line}\n`)
}

/** Needs NEXT_MANUAL_SIG_HANDLE, which the launcher sets: Next's own handler would exit before the database is closed. */
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
