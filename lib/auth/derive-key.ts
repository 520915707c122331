import 'server-only'
import { hkdfSync } from 'node:crypto'
import { appSecret } from '../env/app-secret.ts'

/** A key of its own for each purpose, from the app secret: alike on every instance and after every start. */
export function deriveKey(purpose: string, bytes = 32): Buffer {
  return Buffer.from(hkdfSync('sha256', appSecret(), '', `refresh-desk ${purpose}`, bytes))
}
