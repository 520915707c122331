import { spawn } from 'node:child_process'
import { chmodSync, chownSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { inRoot } from '../project.mjs'
import { isStoppingAll, stopAll, stopWithLauncher } from '../running.mjs'
import { Failure, sayFailure } from '../say.mjs'
import { findBinaries } from './binaries.mjs'
import { dataOf, makePrivate, refuseOtherMajor, socketFolder } from './folders.mjs'
import { chooseUser } from './run-as.mjs'
import { initdbOptions, serverOptions } from './settings.mjs'

const IN_USE = 75
/** As long as a server that was just told to stop may take. */
const LOCK_WAIT_SECONDS = 5
const READY_POLL_MS = 15

/**
 * Runs the PostgreSQL whose data is in `folder`, making it first if there is none; returns the folder of its socket.
 * It ends with this process, however that ends. `isTemporary` is for tests: it does not survive the machine's crash.
 * @param {string} folder absolute
 * @param {{ isTemporary?: boolean, options?: string[] }} [how] `options` go to the server beside ours
 * @returns {Promise<{ socket: string, url: string, stop: () => Promise<void> }>}
 */
export async function startPostgres(folder, { isTemporary = false, options = [] } = {}) {
  const native = findBinaries()
  makePrivate(folder)
  refuseOtherMajor(folder)
  const socket = socketFolder(folder)
  makePrivate(socket)
  const { words, owner } = reachableBy(native, folder)
  if (owner) chownSync(socket, Number(owner), Number(owner))
  const script = ['sh', inRoot('scripts/lib/postgres/run.sh'), native, dataOf(folder), socket]
  const [program, ...args] = [...lockOf(folder), ...script, ...serverOptions(isTemporary), ...options]
  const child = spawn(program, args, {
    cwd: '/',
    env: {
      ...process.env,
      RUN_AS: words.join(' '),
      OWNER: owner ?? '',
      INITDB_OPTIONS: initdbOptions(isTemporary).join(' '),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl-C reaches the whole group of a terminal, and the database must be the last to stop.
    detached: true,
  })
  return becomeReady(child, folder, socket)
}

function becomeReady(child, folder, socket) {
  const lines = []
  let isReady = false
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (!isReady) lines.push(line)
    else if (!isStoppingAll() && !child.stdin.writableEnded) process.stderr.write(`PostgreSQL: ${line}\n`)
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const stop = async () => {
    child.stdin.end()
    await ended
  }
  child.stdin.on('error', () => {})
  stopWithLauncher(child, stop)
  return new Promise((resolve, reject) => {
    let look
    child.stdout.once('data', () => {
      look = setInterval(() => {
        if (!isServing(folder)) return
        clearInterval(look)
        isReady = true
        resolve({
          socket,
          url: `postgres://desk@localhost/postgres?host=${encodeURIComponent(socket)}`,
          stop,
        })
      }, READY_POLL_MS)
    })
    child.once('error', () => reject(new Failure('PostgreSQL could not be started: there is no shell')))
    child.once('close', (code) => {
      clearInterval(look)
      if (!isReady) reject(explain(code, folder, lines))
      else if (!isStoppingAll() && !child.stdin.writableEnded) {
        sayFailure(new Failure('PostgreSQL ended by itself'))
        stopAll(1)
      }
    })
  })
}

/** Linux keeps the lock as long as any process of this PostgreSQL lives; elsewhere PostgreSQL's own pid file guards. */
function lockOf(folder) {
  if (process.platform !== 'linux') return []
  const how = ['--timeout', String(LOCK_WAIT_SECONDS), '--conflict-exit-code', String(IN_USE), '--no-fork']
  return ['flock', ...how, join(folder, 'postgres.lock')]
}

function reachableBy(native, folder) {
  try {
    return chooseUser(native, folder)
  } catch (error) {
    if (process.getuid?.() !== 0) throw error
    // To reach what it owns in there `nobody` needs to pass, not to read.
    chmodSync(folder, 0o711)
    try {
      return chooseUser(native, folder)
    } catch (again) {
      chmodSync(folder, 0o700)
      throw again
    }
  }
}

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

function explain(code, folder, lines) {
  if (code === IN_USE) return new Failure(`The data directory ${folder} is in use by another Refresh Desk`)
  const fatal =
    lines.findLast((line) => /\b(FATAL|PANIC|error):/.test(line)) ?? lines.at(-1) ?? `code ${code}`
  return new Failure(
    `PostgreSQL could not be started in ${folder}: ${fatal.replace(/^.*?(FATAL|PANIC|error):\s*/, '')}`,
  )
}
