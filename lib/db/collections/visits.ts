import 'server-only'
import type { Db } from '../connection/client.ts'

type Visit = { memberId: string; collectionId: string; at: Date }

export async function saveVisit(db: Db, { memberId, collectionId, at }: Visit): Promise<void> {
  await db.visit.upsert({
    where: { memberId_collectionId: { memberId, collectionId } },
    create: { memberId, collectionId, at },
    update: { at },
  })
}
