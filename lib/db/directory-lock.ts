import 'server-only'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { identityOf, isRunning, type ProcessIdentity } from './process-identity.ts'
import { StartError } from './start-error.ts'

const MAX_TRIES = 5

/**
 * Makes this process the only one that may open the directory; returns the release. PGlite lets two processes open one
 * directory and corrupt it. A lock whose process is gone, or whose pid is now another process, counts as free.
 */
export function lockDirectory(directory: string): () => void {
  const path = join(directory, 'lock')
  const draft = `${path}.${process.pid}`
  const content = JSON.stringify(identityOf(process.pid))
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    writeFileSync(draft, content)
  } catch (error) {
    throw new StartError(`The data directory ${directory} cannot be written: ${(error as Error).message}`)
  }
  try {
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      if (tryLink(draft, path)) return () => release(path, content)
      refuseLocked(directory)
      removeStale(draft, path)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  throw new StartError(`The data directory ${directory} is being locked by other processes; try again`)
}

/** Throws if a running process holds the directory. */
export function refuseLocked(directory: string): void {
  const holder = findHolder(read(join(directory, 'lock')))
  if (!holder) return
  throw new StartError(
    `The data directory ${directory} is in use by another Refresh Desk (process ${holder.pid})`,
  )
}

function tryLink(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/**
 * Takes a lock away whose process is gone. The right to do so is a lock as well: without it, whoever looked before
 * another process replaced the stale lock would take away the new one.
 */
function removeStale(draft: string, path: string): void {
  const seen = read(path)
  if (seen === null || findHolder(seen)) return
  const right = `${path}.stale`
  if (!tryLink(draft, right)) {
    removeStale(draft, right)
    return
  }
  if (read(path) === seen) rmSync(path, { force: true })
  rmSync(right, { force: true })
}

function release(path: string, content: string): void {
  if (read(path) === content) rmSync(path, { force: true })
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** The running process that a lock names, if any. */
function findHolder(content: string | null): ProcessIdentity | null {
  try {
    const holder = JSON.parse(content ?? '') as ProcessIdentity
    return isRunning(holder) ? holder : null
  } catch {
    return null
  }
}
