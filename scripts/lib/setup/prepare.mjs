import { refuseTakenPort } from '../ports.mjs'
import { postgresOf } from '../postgres/postgres-of.mjs'
import { node24 } from '../project.mjs'
import { run } from '../run.mjs'
import { Failure, say } from '../say.mjs'
import { firstChecks } from './first-checks.mjs'
import { ensurePackages } from './packages.mjs'

/** Packages and database client, the checked settings, and the database: everything a start needs before a build. */
export async function prepare() {
  await firstChecks()
  await ensurePackages()
  const { ignored, ...settings } = await readSettings()
  for (const name of ignored) say(`${name} is not a setting of Refresh Desk and is ignored.`)
  if (settings.mode === 'demo') await refuseTakenPort('SANDBOX_PORT', settings.sandboxPort, '127.0.0.1')
  // Before the build, so that a folder in use is refused at once.
  return { ...settings, database: await postgresOf(settings) }
}

async function readSettings() {
  const { code, output } = await run(node24, ['--conditions=react-server', 'scripts/preflight.ts'])
  if (code === 0) return JSON.parse(output)
  throw code === 1 ? new Failure(output.trim()) : new Failure('The settings could not be read:', output)
}
