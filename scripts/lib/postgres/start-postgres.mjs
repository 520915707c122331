import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { inRoot } from '../project.mjs'
import { isStoppingAll, stopAll, stopWithLauncher } from '../running.mjs'
import { Failure, sayFailure } from '../say.mjs'
import { findBinaries } from './binaries.mjs'
import { claimFolders, dataOf, refuseOtherMajor, socketFolder } from './folders.mjs'
import { chooseUser } from './run-as.mjs'
import { initdbOptions, serverOptions } from './settings.mjs'

const IN_USE = 75
/** As long as a server that was just told to stop may take. */
const LOCK_WAIT_SECONDS = 5
const READY_POLL_MS = 15
/** Linux keeps the lock as long as any process of this PostgreSQL lives; elsewhere PostgreSQL's own pid file guards. */
const hasLock = process.platform === 'linux'

/**
 * Runs the PostgreSQL whose data is in `folder`, making it first if there is none; returns where it listens. It ends
 * with this process, however that ends. `isTemporary` is for tests: it does not survive the machine's crash.
 * @param {string} folder absolute
 * @param {{ isTemporary?: boolean, options?: string[] }} [how] `options` go to the server beside ours
 * @returns {Promise<{ socket: string, url: string, stop: () => Promise<void> }>} `socket` is its folder
 */
export async function startPostgres(folder, { isTemporary = false, options = [] } = {}) {
  const native = findBinaries()
  const socket = socketFolder(folder)
  claimFolders(folder, socket)
  refuseOtherMajor(folder)
  const { words, owner } = chooseUser(native, folder)
  const script = ['sh', inRoot('scripts/lib/postgres/run.sh'), native, folder, socket]
  const settings = [...serverOptions(socket, isTemporary), ...options]
  const [program, ...args] = [...(hasLock ? lockOf(folder) : []), ...script, ...settings]
  const child = spawn(program, args, {
    cwd: '/',
    env: {
      ...withoutPostgres(process.env),
      LOCKED: hasLock ? '1' : '',
      RUN_AS: words.join(' '),
      OWNER: owner,
      INITDB_OPTIONS: initdbOptions(isTemporary).join(' '),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl-C reaches the whole group of a terminal, and the database must be the last to stop.
    detached: true,
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const stop = async () => {
    child.stdin.end()
    await ended
  }
  stopWithLauncher(child, stop)
  await becomeReady(child, folder)
  return { socket, url: `postgres://desk@localhost/postgres?host=${encodeURIComponent(socket)}`, stop }
}

function becomeReady(child, folder) {
  const lines = []
  let isReady = false
  const isMeant = () => isStoppingAll() || child.stdin.writableEnded
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (!isReady) lines.push(line)
    else if (!isMeant()) process.stderr.write(`PostgreSQL: ${line}\n`)
  })
  child.stdin.on('error', () => {})
  return new Promise((resolve, reject) => {
    let look
    child.stdout.once('data', () => {
      look = setInterval(() => {
        // Whoever is stopping must not go on to start what needs a database.
        if (isMeant() || !isServing(folder)) return
        clearInterval(look)
        isReady = true
        resolve()
      }, READY_POLL_MS)
    })
    child.once('error', () => reject(noProgram(child.spawnfile)))
    child.once('close', (code) => {
      clearInterval(look)
      if (isMeant()) return
      if (!isReady) return reject(explain(code, folder, lines))
      sayFailure(new Failure('PostgreSQL stopped unexpectedly'))
      stopAll(1)
    })
  })
}

function lockOf(folder) {
  const how = ['--timeout', String(LOCK_WAIT_SECONDS), '--conflict-exit-code', String(IN_USE), '--no-fork']
  return ['flock', ...how, join(folder, 'postgres.lock')]
}

/** What somebody has set for their own work with PostgreSQL is not meant for this one. */
const withoutPostgres = (env) =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('PG')))

/** PostgreSQL writes its state into the eighth line of its pid file. */
function isServing(folder) {
  try {
    return (
      readFileSync(join(dataOf(folder), 'postmaster.pid'), 'utf8')
        .split('\n')[7]
        ?.trim() === 'ready'
    )
  } catch {
    return false
  }
}

const noProgram = (name) =>
  new Failure(
    `PostgreSQL could not be started: there is no ${name} on this machine (util-linux has flock); install it, or set DATABASE_URL to your own PostgreSQL`,
  )

function explain(code, folder, lines) {
  if (code === IN_USE) return new Failure(`The data directory ${folder} is in use by another Refresh Desk`)
  const fatal = lines.find((line) => /\b(FATAL|PANIC|error):/.test(line)) ?? lines.at(-1) ?? `code ${code}`
  const why = fatal.replace(/^.*?(FATAL|PANIC|error):\s*/, '')
  return new Failure(`PostgreSQL could not be started in ${folder}: ${why}`)
}
