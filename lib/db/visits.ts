import 'server-only'
import type { Db } from './client.ts'
import { type StoredCollection, toStored } from './collections.ts'

type Visit = { memberId: string; collectionId: string; at: Date }

export async function saveVisit(db: Db, { memberId, collectionId, at }: Visit): Promise<void> {
  await db.visit.upsert({
    where: { memberId_collectionId: { memberId, collectionId } },
    create: { memberId, collectionId, at },
    update: { at },
  })
}

/** The collections a member opened, the latest first. */
export async function listVisited(db: Db, memberId: string, take: number): Promise<StoredCollection[]> {
  const rows = await db.visit.findMany({
    where: { memberId },
    orderBy: [{ at: 'desc' }, { collectionId: 'asc' }],
    include: { collection: true },
    take,
  })
  return rows.map(({ collection }) => toStored(collection))
}
