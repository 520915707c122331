import 'server-only'
import * as signatures from '../../db/signatures/signature-list.ts'
import { findNames, toMemberRef } from '../../db/team/members.ts'
import type { SignatureList } from '../../domain/signatures/signature-schema.ts'
import { hasRole } from '../../domain/team/model.ts'
import type { ServiceContext } from '../context.ts'

const SHOW_ENDED_MS = 7 * 24 * 3_600_000

type Row = Awaited<ReturnType<typeof signatures.listSignatures>>[number]

/** Every owner's signatures of the last week, with who used them. The signatures themselves never leave. */
export async function listSignatures(ctx: ServiceContext): Promise<SignatureList> {
  const rows = await signatures.listSignatures(ctx.db, new Date(ctx.now().getTime() - SHOW_ENDED_MS))
  const owners = await findNames(
    ctx.db,
    rows.map(({ ownerAddress }) => ownerAddress),
  )
  const items = rows.map((row) => toSignature(ctx, row, owners.get(row.ownerAddress) ?? null))
  // What can still be used, or taken back, before what is over.
  return {
    items: items.toSorted((one, other) => Number(one.endedAt !== null) - Number(other.endedAt !== null)),
  }
}

function toSignature(
  ctx: ServiceContext,
  row: Row,
  ownerName: string | null,
): SignatureList['items'][number] {
  const isOver = row.endedAt !== null || row.expiresAt <= ctx.now()
  const isOwn = row.ownerAddress === ctx.member.address
  const endedAt = isOver ? (row.endedAt ?? row.expiresAt).toISOString() : null
  return {
    id: row.id,
    network: row.network as SignatureList['items'][number]['network'],
    ownerAddress: row.ownerAddress as SignatureList['items'][number]['ownerAddress'],
    ownerName,
    scope: row.scope,
    isOwn,
    canDelete: !isOver && (isOwn || hasRole(ctx.member.role, 'admin')),
    signedAt: row.signedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    provenAt: row.provenAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    endedAt,
    endReason: isOver ? (row.endReason ?? 'expired') : null,
    uses: toUses(row.uses),
  }
}

/** Each batch is a use; people want to know the refresh and the person, once. */
function toUses(uses: Row['uses']): SignatureList['items'][number]['uses'] {
  const seen = new Set<string>()
  return uses.flatMap(({ refreshId, refresh, member, at }) => {
    const key = `${refreshId} ${member?.id}`
    if (seen.has(key)) return []
    seen.add(key)
    const by = member && toMemberRef(member)
    return { refreshId, refreshNumber: refresh.number, by, at: at.toISOString() }
  })
}
