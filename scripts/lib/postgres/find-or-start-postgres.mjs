import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { socketFolder } from './folders.mjs'
import { startPostgres } from './start-postgres.mjs'

/**
 * The folder of the socket of the PostgreSQL whose data is in `folder`: of the desk that runs, or of one started now.
 * @param {string} folder absolute
 * @returns {Promise<string>}
 */
export async function findOrStartPostgres(folder) {
  const socket = socketFolder(folder)
  return (await isListening(socket)) ? socket : (await startPostgres(folder)).socket
}

async function isListening(socket) {
  const client = connect(join(socket, '.s.PGSQL.5432'))
  const isOpen = await once(client, 'connect').then(
    () => true,
    () => false,
  )
  client.destroy()
  return isOpen
}
