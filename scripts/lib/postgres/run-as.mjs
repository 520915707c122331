import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { Failure } from '../say.mjs'
import { dataOf } from './folders.mjs'

const NOBODY = 65534
const inNamespace = ['unshare', '-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`]
const changeTo = (uid) => ['setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups']

/**
 * The words that run a program as a user whom PostgreSQL accepts: it refuses root, and a user whom the system has no
 * name for. In a user namespace it sees another user while the files stay ours; where there are none, root can change
 * to `nobody`, who must then own the data (`owner`) and be able to reach it. Data that another user owns stays theirs.
 * @param {string} native where PostgreSQL is
 * @param {string} folder what its data is in, or will be
 * @returns {{ words: string[], owner: string }} `owner` is empty where it is who runs this
 */
export function chooseUser(native, folder) {
  const isRoot = process.getuid?.() === 0
  const found = existsSync(dataOf(folder)) ? statSync(dataOf(folder)).uid : null
  if (isRoot && found) return asOther(native, folder, found)
  if (!isRoot && hasName()) return { words: [], owner: '' }
  if (succeeds([...inNamespace, 'true'])) return { words: inNamespace, owner: '' }
  if (isRoot) return asOther(native, folder, NOBODY)
  throw new Failure(
    `PostgreSQL cannot run as a user without a name, and this machine allows no user namespaces; ${wayOut}`,
  )
}

const wayOut = 'start Refresh Desk as a regular user, or set DATABASE_URL to your own PostgreSQL'

function asOther(native, folder, uid) {
  const words = changeTo(uid)
  const reaches = ['sh', '-c', 'test -x "$1" && test -x "$2"', 'sh', join(native, 'bin', 'postgres')]
  if (succeeds([...words, ...reaches, dirname(folder)])) return { words, owner: String(uid) }
  const who = uid === NOBODY ? 'nobody' : uid
  throw new Failure(`PostgreSQL cannot run as root, and user ${who} cannot access ${folder}; ${wayOut}`)
}

function hasName() {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

const succeeds = ([program, ...args]) => spawnSync(program, args, { cwd: '/' }).status === 0
