import 'server-only'
import type { Db } from '../connection/client.ts'
import { newestFirst } from './signatures.ts'

const withUses = {
  uses: {
    orderBy: { at: 'desc' },
    take: 200,
    include: { member: true, refresh: { select: { number: true } } },
  },
} as const

/**
 * Living signatures, and those that owners gave for as long as somebody may still ask what became of them; those first,
 * because a script may bring any number.
 */
export async function listSignatures(db: Db, endedAfter: Date) {
  return db.signature.findMany({
    where: { OR: [{ endedAt: null }, { scope: 'full', endedAt: { gt: endedAfter } }] },
    orderBy: [{ scope: 'asc' }, ...newestFirst],
    include: withUses,
    take: 100,
  })
}
