import 'server-only'
import { toKeySignature } from '../auth/key-signature.ts'
import type { Db } from '../db/connection/client.ts'
import * as signatures from '../db/signatures/signatures.ts'
import type { Member } from '../domain/team/model-schema.ts'
import { checkSignature } from './check-signature.ts'
import { seal } from './seal.ts'
import { bind, bindingOf, type Owner, type SignatureWork } from './signature-binding.ts'

const KEEP_MS = 48 * 3_600_000
const MOST_UNPROVEN = 5

/** Keeps the acting member's own signed timestamp, in place of their older ones for this network. */
export async function storeSignature(
  ctx: SignatureWork & { member: Member },
  input: Owner & { timestamp: string; signature: string },
): Promise<void> {
  await checkSignature(ctx.member, input, ctx.now())
  await keepSignature(ctx, input, ctx.member.id)
}

type Signed = Owner & { timestamp: string; signature: string }

/** Keeps a signature that the caller has checked or made; `memberId` is null when the desk signed for the samples. */
export async function keepSignature(
  work: SignatureWork,
  input: Signed,
  memberId: string | null,
): Promise<void> {
  await work.db.$transaction(async (tx) => {
    await signatures.endSignaturesOf(tx, bind(work, input), 'not_needed', work.now())
    await insertSignature(work, tx, input, { memberId, scope: 'full' })
  })
}

/** Keeps the signature of a script's request beside all others, because only the network can say whether it is good.
 * Whether the address signed it, the caller has checked. Returns its id. */
export async function keepWatchSignature(
  work: SignatureWork,
  tx: Db,
  input: Signed,
  memberId: string,
): Promise<string> {
  const id = await insertSignature(work, tx, input, { memberId, scope: 'watch' })
  await signatures.endSurplusWatchSignatures(tx, bind(work, input), MOST_UNPROVEN, work.now())
  return id
}

async function insertSignature(
  work: SignatureWork,
  db: Db,
  input: Signed,
  facts: { memberId: string | null; scope: signatures.SignatureScope },
): Promise<string> {
  const now = work.now()
  const owner = bind(work, input)
  const id = crypto.randomUUID()
  const signature = toKeySignature(input.signature)
  if (!signature) throw new Error('This is no signature of a plain key, and was not checked')
  const secret = JSON.stringify({ timestamp: input.timestamp, signature })
  await signatures.createSignature(db, {
    ...owner,
    ...facts,
    id,
    sealed: seal(secret, bindingOf(id, owner)),
    signedAt: new Date(Number(input.timestamp) * 1000),
    createdAt: now,
    expiresAt: new Date(now.getTime() + KEEP_MS),
  })
  return id
}
