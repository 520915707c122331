import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../say.mjs'
import { POSTGRES_MAJOR } from './binaries.mjs'

/** What the kernel takes as the path of a socket on every system, its end included. */
const LONGEST_SOCKET_PATH = 103
const NOBODY = 65534

export const dataOf = (folder) => join(folder, 'postgres')

/** Where the socket of the PostgreSQL in `folder` is: beside its data, or elsewhere if that path is too long. */
export function socketFolder(folder) {
  const beside = join(folder, 'socket')
  if (Buffer.byteLength(join(beside, '.s.PGSQL.5432')) <= LONGEST_SOCKET_PATH) return beside
  return join('/tmp', `refresh-desk-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`)
}

/** Makes the folder that everything is in; throws where it, or a folder that somebody put in place of the socket's, is another user's. */
export function claimFolders(folder, socket) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const uid = process.getuid?.()
  if (uid !== 0 && statSync(folder).uid !== uid) {
    throw new Failure(
      `${folder} belongs to another user; start Refresh Desk as that user, or choose another DATA_DIR`,
    )
  }
  const found = lstatSync(socket, { throwIfNoEntry: false })
  const ours = uid === 0 ? [0, NOBODY, statSync(folder).uid] : [uid]
  if (found && !(found.isDirectory() && ours.includes(found.uid))) {
    throw new Failure(`The socket folder ${socket} belongs to another user; remove it`)
  }
}

/** Throws where the data was written by another major version of PostgreSQL, which cannot read it. */
export function refuseOtherMajor(folder) {
  const path = join(dataOf(folder), 'PG_VERSION')
  const found = existsSync(path) ? readFileSync(path, 'utf8').trim() : POSTGRES_MAJOR
  if (found === POSTGRES_MAJOR) return
  throw new Failure(
    `${dataOf(folder)} was written by PostgreSQL ${found}, and this is ${POSTGRES_MAJOR}; dump it with the Refresh Desk version that wrote it (pg_dump), or choose another DATA_DIR`,
  )
}
