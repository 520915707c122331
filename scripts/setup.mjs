import { launch } from './lib/launch.mjs'
import { firstChecks } from './lib/setup/first-checks.mjs'
import { ensurePackages } from './lib/setup/packages.mjs'

/**
 * Packages, among them the Node that everything else runs on, and the database client. npm scripts run this first,
 * under whatever Node the machine has, and then `exec` the program itself, so that no second process stays beside it.
 */
await launch(async () => {
  if (process.argv[2] === 'to-serve') await firstChecks()
  await ensurePackages()
})
process.exit()
