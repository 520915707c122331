import { prepareSetupToken } from './lib/auth/setup-token.ts'
import { hasDatabase, setDatabase } from './lib/db/connection/open-database.ts'
import { explainStart } from './lib/db/connection/start-error.ts'
import { startDatabase } from './lib/db/migrations/start-database.ts'
import { type Config, config } from './lib/env/config.ts'
import { keepUnanswered } from './lib/http/answer-page-error.ts'
import { registerBeforeNext } from './lib/http/before-next.ts'
import { areJobsRunning, startJobs, stopJobs } from './lib/jobs/start-jobs.ts'
import { finishRequests, isStopping, stopOnSignals } from './lib/jobs/stop-on-signals.ts'
import { closeStreams } from './lib/services/live/streams.ts'
import { setReadinessChecks } from './lib/services/readiness.ts'

/** Opens everything the desk needs, or says in one line why it cannot and ends the process. */
export async function startDesk(): Promise<void> {
  registerBeforeNext()
  // With hot reload Next registers again when a file that this one imports changes.
  if (hasDatabase()) return
  try {
    await open(config())
  } catch (error) {
    process.stderr.write(`refresh-desk: ${explainStart(error)}\n`)
    process.exit(1)
  }
}

async function open(settings: Config): Promise<void> {
  keepUnanswered()
  const database = await startDatabase(settings)
  setDatabase(database)
  const setupToken = await prepareSetupToken(database.prisma)
  if (setupToken) say(setupToken)
  // Needs NEXT_MANUAL_SIG_HANDLE, which the launcher sets: Next's own handler would exit before the database is closed.
  stopOnSignals(async () => {
    await Promise.all([finishRequests(closeStreams), stopJobs()])
    await database.close()
  })
  setReadinessChecks({ areJobsRunning, isStopping })
  await startJobs()
}

function say(line: string): void {
  process.stdout.write(`refresh-desk: ${line}\n`)
}
