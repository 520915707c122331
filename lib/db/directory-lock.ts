import 'server-only'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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
      removeStale(directory, path)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  throw new StartError(`The data directory ${directory} is being locked by other processes; try again`)
}

/** Throws if a running process holds the directory. */
export function refuseLocked(directory: string): void {
  const holder = parse(read(join(directory, 'lock')) ?? '')
  if (!holder || !isRunning(holder)) return
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

function removeStale(directory: string, path: string): void {
  const seen = read(path)
  if (seen === null) return
  const holder = parse(seen)
  if (holder && isRunning(holder)) {
    throw new StartError(
      `The data directory ${directory} is in use by another Refresh Desk (process ${holder.pid})`,
    )
  }
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  // Another process may have replaced the stale lock between the look and the move: give it back.
  if (read(aside) !== seen) tryLink(aside, path)
  rmSync(aside, { force: true })
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

function parse(content: string): ProcessIdentity | null {
  try {
    return JSON.parse(content) as ProcessIdentity
  } catch {
    return null
  }
}
