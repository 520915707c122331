import 'server-only'
import type { Db } from './client.ts'
import { newestFirst } from './grants.ts'
import { toMemberRef } from './members.ts'

const withUses = {
  uses: { orderBy: { at: 'desc' }, take: 200 },
} as const

/**
 * Living grants, and those that owners gave for as long as somebody may still ask what became of them; those first,
 * because a script may bring any number.
 */
export async function listGrants(db: Db, endedAfter: Date) {
  return db.grant.findMany({
    where: { OR: [{ endedAt: null }, { scope: 'full', endedAt: { gt: endedAfter } }] },
    orderBy: [{ scope: 'asc' }, ...newestFirst],
    include: withUses,
    take: 100,
  })
}

export async function listGrantUsers(db: Db, memberIds: string[], refreshIds: string[]) {
  const members = await db.member.findMany({ where: { id: { in: memberIds } } })
  const refreshes = await db.refresh.findMany({
    where: { id: { in: refreshIds } },
    select: { id: true, number: true },
  })
  return {
    members: new Map(members.map((member) => [member.id, toMemberRef(member)])),
    numbers: new Map(refreshes.map(({ id, number }) => [id, number])),
  }
}
