import { spawnSync } from 'node:child_process'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../say.mjs'

const NOBODY = '65534'
const inNamespace = ['unshare', '-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`]
const asNobody = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']

/**
 * The words that run a program as a user whom PostgreSQL accepts: it refuses root, and a user whom the system has no
 * name for. In a user namespace it sees another user while the files stay ours; where there are none, root can change
 * to `nobody`, who must then own the data (`owner`) and be able to reach it.
 * @param {string} native where PostgreSQL is
 * @param {string} folder where its data is to be
 * @returns {{ words: string[], owner: string | null }}
 */
export function chooseUser(native, folder) {
  const isRoot = process.getuid?.() === 0
  if (!isRoot && hasName()) return { words: [], owner: null }
  if (succeeds([...inNamespace, 'true'])) return { words: inNamespace, owner: null }
  const reaches = ['sh', '-c', 'test -x "$1" && test -x "$2"', 'sh', join(native, 'bin', 'postgres'), folder]
  if (isRoot && succeeds([...asNobody, ...reaches])) return { words: asNobody, owner: NOBODY }
  const why = isRoot
    ? 'PostgreSQL does not run as root, this machine allows no user namespaces, and the user nobody cannot reach'
    : 'PostgreSQL does not run for a user without a name, and this machine allows no user namespaces for'
  throw new Failure(
    `${why} ${folder}; start Refresh Desk as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own`,
  )
}

function hasName() {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

const succeeds = ([program, ...args]) => spawnSync(program, args, { cwd: '/' }).status === 0
