import 'server-only'
import { recoverKey, toKeySignature } from '../auth/key-signature.ts'
import { AppError } from '../core/app-error.ts'
import type { Address } from '../domain/networks/address.ts'
import type { Member } from '../domain/team/model-schema.ts'

// The desk's own limit for the way from its clock to the wallet and back; the network judges by its own.
const MAX_AGE_SECONDS = 600
const MAX_AHEAD_SECONDS = 60

/** Throws unless `member` is the owner and has signed exactly this number, just now, with a plain key. */
export async function checkSignature(
  member: Member,
  { ownerAddress, timestamp, signature }: { ownerAddress: Address; timestamp: string; signature: string },
  now: Date,
): Promise<void> {
  if (member.address !== ownerAddress) {
    throw new AppError('forbidden', 'Only the owner can sign. You are signed in with another wallet.', {
      reason: 'not_owner',
    })
  }
  const age = Math.floor(now.getTime() / 1000) - Number(timestamp)
  if (!/^[1-9]\d{9}$/.test(timestamp) || age > MAX_AGE_SECONDS || age < -MAX_AHEAD_SECONDS) {
    throw new AppError('invalid_request', 'The signed number is no longer the current time. Sign again.', {
      reason: 'stale_timestamp',
    })
  }
  const expanded = toKeySignature(signature)
  if (!expanded) {
    throw new AppError(
      'invalid_request',
      'This signature is not from a regular wallet. Contract wallets cannot sign.',
      {
        reason: 'contract_wallet',
      },
    )
  }
  if ((await recoverKey(timestamp, expanded)) === ownerAddress) return
  throw new AppError(
    'invalid_request',
    'The signature is from another wallet or for another number. Sign again.',
    {
      reason: 'wrong_signer',
    },
  )
}
