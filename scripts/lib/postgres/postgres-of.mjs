import { startPostgres } from './start-postgres.mjs'

/**
 * What tells a desk of these settings where its database is; starts the built-in one unless DATABASE_URL names another.
 * @param {{ isEmbedded: boolean, dataDir: string }} settings
 * @returns {Promise<{ DATABASE_SOCKET?: string }>}
 */
export async function postgresOf({ isEmbedded, dataDir }) {
  if (!isEmbedded) return {}
  const { socket } = await startPostgres(dataDir)
  return { DATABASE_SOCKET: socket }
}
