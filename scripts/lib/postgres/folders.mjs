import { createHash } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../say.mjs'
import { POSTGRES_MAJOR } from './binaries.mjs'

/** What the kernel takes as the path of a socket on every system, its end included. */
const LONGEST_SOCKET_PATH = 103

export const dataOf = (folder) => join(folder, 'postgres')

/** Where the socket of the PostgreSQL in `folder` is: beside its data, or elsewhere if that path is too long. */
export function socketFolder(folder) {
  const beside = join(folder, 'socket')
  if (fits(beside)) return beside
  const name = `refresh-desk-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  const elsewhere = [tmpdir(), '/tmp'].map((parent) => join(parent, name)).find(fits)
  if (!elsewhere)
    throw new Failure(`DATA_DIR ${folder} and TMPDIR are too long for a socket; choose a shorter one`)
  return elsewhere
}

const fits = (directory) => Buffer.byteLength(join(directory, '.s.PGSQL.5432')) <= LONGEST_SOCKET_PATH

/** A folder that only its user can enter. In a shared place somebody else may have made one of that name first. */
export function makePrivate(directory) {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const found = lstatSync(directory)
  const isRoot = process.getuid?.() === 0
  if (!found.isDirectory() || (!isRoot && found.uid !== process.getuid?.())) {
    throw new Failure(`${directory} is not a folder of this user; remove it, or choose another DATA_DIR`)
  }
  chmodSync(directory, 0o700)
}

/** Throws where the data was written by another major version of PostgreSQL, which cannot read it. */
export function refuseOtherMajor(folder) {
  const path = join(dataOf(folder), 'PG_VERSION')
  const found = existsSync(path) ? readFileSync(path, 'utf8').trim() : POSTGRES_MAJOR
  if (found === POSTGRES_MAJOR) return
  throw new Failure(
    `${dataOf(folder)} was written by PostgreSQL ${found} and this is ${POSTGRES_MAJOR}; dump it with the Refresh Desk that wrote it (pg_dump), or choose another DATA_DIR`,
  )
}
