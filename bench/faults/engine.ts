import { setDatabase } from '../../lib/db/connection/open-database.ts'
import { startDatabase } from '../../lib/db/migrations/start-database.ts'
import { config } from '../../lib/env/config.ts'
import { handleSweep } from '../../lib/jobs/handle-sweep.ts'
import { startJobs, stopJobs } from '../../lib/jobs/start-jobs.ts'
import { arrange } from './arrange.ts'
import { countRequests } from './count-requests.ts'
import { countWrites } from './count-writes.ts'
import type { Case } from './facts.ts'
import { observe } from './observe.ts'
import { sendByScript } from './send-by-script.ts'
import { countSteps, openSteps, record } from './steps.ts'

/** What the product does each minute, so that a run need not last one. */
const SWEEP_MS = 2_000

// A life of the real engine on the real database: everything below this line but the counting is the product's own.
const given = JSON.parse(process.env.FAULTS_CASE ?? '') as Case
process.once('disconnect', () => process.exit(1))
openSteps(given)
countWrites()
countRequests()

// A desk on its own PostgreSQL knows that nobody else works on it; in this harness each is on a shared server.
const database = { ...(await startDatabase(config())), isShared: given.isShared }
setDatabase(database)
if (given.life === 'first') await arrange(given)
record({ type: 'arranged' })
countSteps(given.life !== 'prepare')
await startJobs()
record({ type: 'working' })
const sweeper = setInterval(handleSweep, SWEEP_MS)
const script = given.life === 'first' && given.scriptRequests > 0 ? sendByScript(given) : null
if (given.life !== 'prepare') await Promise.all([script, observe(given)])
countSteps(false)
clearInterval(sweeper)
await stopJobs()
await database.close()
process.exit(0)
