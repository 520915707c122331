import 'server-only'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { deriveKey } from './derive-key.ts'
import { type MessageInput, writeSignInMessage } from './sign-in-message.ts'

const SALT_LENGTH = 32
const PROOF_LENGTH = 32

const lineOf = (nonce: string) => `\nNonce: ${nonce}\n`

/**
 * A text to sign whose nonce proves that this desk wrote it, word by word, for the browser with this pre-session. So
 * nothing is stored for those who only ask for one, however many they are.
 */
export function writeChallenge(input: Omit<MessageInput, 'nonce'>, preSession: string): string {
  const salt = randomBytes(SALT_LENGTH / 2).toString('hex')
  const draft = writeSignInMessage({ ...input, nonce: salt })
  return draft.replace(lineOf(salt), lineOf(salt + proofOf(draft, preSession)))
}

export function isOwnChallenge(message: string, nonce: string, preSession: string): boolean {
  const salt = nonce.slice(0, SALT_LENGTH)
  const draft = message.replace(lineOf(nonce), lineOf(salt))
  const [shown, due] = [Buffer.from(nonce.slice(SALT_LENGTH)), Buffer.from(proofOf(draft, preSession))]
  return shown.length === due.length && timingSafeEqual(shown, due)
}

function proofOf(draft: string, preSession: string): string {
  const proof = createHmac('sha256', deriveKey('sign-in 1')).update(`${preSession}\n${draft}`)
  return proof.digest('hex').slice(0, PROOF_LENGTH)
}
