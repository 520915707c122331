import 'server-only'
import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, config } from './config.ts'

const known = new Map<string, string>()

/** The key material for encryption at rest: `APP_SECRET`, or one generated once into the data directory. */
export function appSecret({ appSecret: given, dataDir }: Config = config()): string {
  if (given) return given
  const secret = known.get(dataDir) ?? readOrCreate(dataDir)
  known.set(dataDir, secret)
  return secret
}

function readOrCreate(dataDir: string): string {
  const path = join(dataDir, 'app-secret')
  const draft = `${path}.${process.pid}`
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600 })
  try {
    // A link either appears complete or fails because another start was first.
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return readFileSync(path, 'utf8').trim()
}
