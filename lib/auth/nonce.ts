import 'server-only'
import { randomBytes } from 'node:crypto'
import { consumeNonce, createNonce } from '../db/sign-in-nonces.ts'
import { AppError } from '../errors/app-error.ts'
import { hash } from './hash.ts'
import { CHALLENGE_SECONDS, refused } from './sign-in-message.ts'

type Db = Parameters<typeof createNonce>[0]

// Anybody may ask for one, so their number must have an end.
const MAX_OPEN_NONCES = 5_000

export const newNonce = (): string => randomBytes(16).toString('hex')

/** What a nonce is good for: one message, word by word, signed in one browser. */
type Bound = { nonce: string; message: string; preSession: string }

const keyOf = ({ nonce, message, preSession }: Bound) => ({
  id: hash(nonce),
  preSession: hash(`${preSession}\n${message}`),
})

export async function openNonce(db: Db, bound: Bound, now: Date): Promise<void> {
  const expiresAt = new Date(now.getTime() + CHALLENGE_SECONDS * 1000)
  if (await createNonce(db, { ...keyOf(bound), expiresAt }, { now, limit: MAX_OPEN_NONCES })) return
  throw new AppError('rate_limited', 'Too many sign-ins are open. Try again in a few minutes.', {
    retryAfterSeconds: 60,
  })
}

export async function redeemNonce(db: Db, bound: Bound, now: Date): Promise<void> {
  if (await consumeNonce(db, keyOf(bound), now)) return
  throw refused('This sign-in was used before, or was begun in another browser. Sign a new message.', 'nonce')
}
