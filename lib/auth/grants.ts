import 'server-only'
import { getAddress, isHex } from 'viem'
import { z } from 'zod'
import type { Address } from '../collection/address.ts'
import * as grants from '../db/grants.ts'
import { findMemberByAddress } from '../db/members.ts'
import type { Database } from '../db/open-database.ts'
import type { GrantState } from '../refresh/grant-state.ts'
import type { Member } from '../team/model.ts'
import { checkGrantSignature } from './check-grant-signature.ts'
import { seal, unseal } from './seal.ts'

/** Satisfied by every service context. */
type Work = {
  db: Database['prisma']
  now: () => Date
  networks: { get: (slug: string) => { baseUrl: string } }
}
type Owner = { network: string; ownerAddress: Address }

/** What goes into the three `x-imx-eth-*` headers. A bearer credential: never log it, never answer with it. */
export type GrantHeaders = { address: string; timestamp: string; signature: `0x${string}` }

export type GrantEnd = grants.GrantEnd

const KEEP_MS = 48 * 3_600_000

const Secret = z.object({
  timestamp: z.string(),
  signature: z.custom<`0x${string}`>((value) => isHex(value)),
})

/** Keeps the acting member's own signed timestamp, in place of their older ones for this network. */
export async function storeGrant(
  ctx: Work & { member: Member },
  input: Owner & { timestamp: string; signature: string },
): Promise<void> {
  await checkGrantSignature(ctx.member, input, ctx.now())
  await keepGrant(ctx, input, ctx.member.id)
}

/** Keeps a signature that the caller has checked or made; `memberId` is null when the desk signed for the samples. */
export async function keepGrant(
  work: Work,
  input: Owner & { timestamp: string; signature: string },
  memberId: string | null,
): Promise<void> {
  const now = work.now()
  const owner = bind(work, input)
  const id = crypto.randomUUID()
  const secret = JSON.stringify({ timestamp: input.timestamp, signature: input.signature })
  await work.db.$transaction(async (tx) => {
    await grants.endGrantsOf(tx, owner, 'not_needed', now)
    await grants.createGrant(tx, {
      ...owner,
      id,
      memberId,
      sealed: seal(secret, bindingOf(id, owner)),
      signedAt: new Date(Number(input.timestamp) * 1000),
      createdAt: now,
      expiresAt: new Date(now.getTime() + KEEP_MS),
    })
  })
}

/** The owner's newest grant with its secret opened; null when the desk must ask the owner. */
export async function findUsableGrant(
  work: Work,
  input: Owner,
): Promise<{ id: string; headers: GrantHeaders; provenAt: Date | null } | null> {
  const owner = bind(work, input)
  const row = await grants.findLiveGrant(work.db, owner, work.now())
  if (!row?.sealed) return null
  const opened = unseal(row.sealed, bindingOf(row.id, owner))
  if (opened === null) {
    // Sealed with another APP_SECRET: nobody will ever open it again.
    await grants.endGrant(work.db, row.id, 'expired', work.now())
    return null
  }
  const headers = { address: getAddress(owner.ownerAddress), ...Secret.parse(JSON.parse(opened)) }
  return { id: row.id, headers, provenAt: row.provenAt }
}

/** Writes down who spent a grant on which refresh; its owner sees it. */
export async function recordGrantUse(
  work: Work,
  use: { grantId: string; refreshId: string; memberId: string | null },
): Promise<void> {
  await grants.recordGrantUse(work.db, { ...use, now: work.now() })
}

/** The network has accepted it once: a later refusal means that it ran out, not that it was wrong. */
export async function markGrantProven(work: Work, id: string): Promise<void> {
  await grants.markGrantProven(work.db, id, work.now())
}

/** Wipes the secret of exactly this grant; false when it had ended before. */
export async function endGrant(work: Work, id: string, reason: GrantEnd): Promise<boolean> {
  return grants.endGrant(work.db, id, reason, work.now())
}

/** Wipes what is older than 48 hours; returns how many. */
export async function expireGrants(work: Pick<Work, 'db' | 'now'>): Promise<number> {
  return grants.endExpiredGrants(work.db, work.now())
}

/** Whose signature the desk would use and how it stands, without the signature. */
export async function describeGrant(
  work: Work,
  input: { network: string; ownerAddress: Address | null },
): Promise<GrantState> {
  const { ownerAddress } = input
  const none = { ownerAddress, ownerName: null, state: 'none', signedAt: null, endedAt: null } as const
  if (!ownerAddress) return none
  const owner = bind(work, { network: input.network, ownerAddress })
  const ownerName = (await findMemberByAddress(work.db, ownerAddress))?.name ?? null
  const row = await grants.findNewestGrant(work.db, owner)
  if (!row) return { ...none, ownerName }
  const isOver = row.endedAt !== null || row.expiresAt <= work.now()
  const state = isOver
    ? ((row.endReason as GrantEnd | null) ?? 'expired')
    : row.provenAt
      ? 'accepted'
      : 'unproven'
  const endedAt = isOver ? (row.endedAt ?? row.expiresAt).toISOString() : null
  return { ownerAddress, ownerName, state, signedAt: row.signedAt.toISOString(), endedAt }
}

function bind(work: Work, { network, ownerAddress }: Owner): grants.GrantOwner {
  return { network, ownerAddress, baseOrigin: new URL(work.networks.get(network).baseUrl).origin }
}

function bindingOf(id: string, { network, baseOrigin, ownerAddress }: grants.GrantOwner): string {
  return [id, ownerAddress, network, baseOrigin].join('|')
}
