import { isWellKnownTestAccount } from '../lib/auth/well-known-test-accounts.ts'
import { StartError } from '../lib/db/connection/start-error.ts'
import { startDatabase } from '../lib/db/migrations/start-database.ts'
import { saveMember } from '../lib/db/team/members.ts'
import { type Config, config } from '../lib/env/config.ts'
import { ConfigError } from '../lib/env/config-error.ts'
import { launch } from './lib/launch.mjs'
import { findOrStartPostgres } from './lib/postgres/find-or-start-postgres.mjs'
import { stopAll } from './lib/running.mjs'
import { Failure } from './lib/say.mjs'

/** `npm run admin -- 0x…` makes an address an admin again, while the desk runs or while it is stopped. */
async function restoreAdmin(settings: Config, address: string): Promise<void> {
  if (settings.mode === 'real' && isWellKnownTestAccount(address)) {
    throw new StartError(`${address} can never sign in: everybody knows its key`)
  }
  const databaseSocket = settings.databaseUrl ? null : await findOrStartPostgres(settings.dataDir)
  const database = await startDatabase({ ...settings, databaseSocket })
  await saveMember(database.prisma, { address, role: 'admin', now: new Date() })
  await database.close()
}

const address = (process.argv[2] ?? '').toLowerCase()
if (!/^0x[0-9a-f]{40}$/.test(address)) {
  console.error('Usage: npm run admin -- 0x… (a wallet address: 0x and 40 hexadecimal digits)')
  process.exit(2)
}
await launch(async () => {
  try {
    await restoreAdmin(config(), address)
  } catch (error) {
    throw error instanceof ConfigError || error instanceof StartError ? new Failure(error.message) : error
  }
  console.log(`${address} is now an admin in ${config().mode} mode.`)
  await stopAll(0)
})
