import { existsSync } from 'node:fs'
import { isJunkAddress } from '../lib/auth/junk-addresses.ts'
import { saveMember } from '../lib/db/members.ts'
import { startDatabase } from '../lib/db/start-database.ts'
import { StartError } from '../lib/db/start-error.ts'
import { type Config, config } from '../lib/env/config.ts'
import { ConfigError } from '../lib/env/config-error.ts'

/** `npm run admin -- 0x…` makes an address an admin again. With the embedded database, stop the desk first. */
async function restoreAdmin(settings: Config, address: string): Promise<void> {
  if (settings.world === 'real' && isJunkAddress(address)) {
    throw new StartError(`${address} can never sign in: everybody knows its key`)
  }
  const database = await startDatabase(settings)
  await saveMember(database.prisma, { address, role: 'admin', now: new Date() })
  await database.close()
}

const address = (process.argv[2] ?? '').toLowerCase()
if (!/^0x[0-9a-f]{40}$/.test(address)) {
  console.error('Usage: npm run admin -- 0x… (a wallet address: 0x and 40 hexadecimal digits)')
  process.exit(2)
}
try {
  if (existsSync('.env')) process.loadEnvFile('.env')
  await restoreAdmin(config(), address)
  console.log(`${address} is an admin of the ${config().world} world.`)
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StartError)) throw error
  console.error(`refresh-desk: ${error.message}`)
  process.exit(1)
}
