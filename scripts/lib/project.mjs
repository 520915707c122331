import { existsSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Failure } from './say.mjs'

export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '')

export const inRoot = (...parts) => join(root, ...parts)

/** The pinned runtime; exists once the packages are installed. */
export const node24 = inRoot('node_modules', '.bin', 'node')

export const nextBin = inRoot('node_modules', 'next', 'dist', 'bin', 'next')

/** Every program of ours starts in the root and tells nobody about it. */
export const quietEnv = {
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  // Prisma wants to download an engine that `generate` never runs; any file that exists will do.
  PRISMA_SCHEMA_ENGINE_BINARY: inRoot('package.json'),
}

/** PATH without this project's own programs, which `npm ci` is about to delete. */
export function outsidePath() {
  const own = inRoot('node_modules', '.bin')
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((part) => resolve(part) !== own)
    .join(delimiter)
}

export function enterRoot() {
  process.chdir(root)
}

/** Settings may be kept in `.env`; what the environment says wins. */
export function loadSettings() {
  if (!existsSync('.env')) return
  try {
    process.loadEnvFile('.env')
  } catch (error) {
    throw new Failure(`${inRoot('.env')} cannot be read (${error.code ?? error.message})`)
  }
}
