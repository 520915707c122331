import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

/** What the database keeps of a random secret. Fit for values with 128 bits and more, never for passwords. */
export const hash = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export const newSecret = (): string => randomBytes(32).toString('base64url')
