import 'server-only'
import type { Db } from '../connection/client.ts'

export async function isSetupTokenOpen(db: Db): Promise<boolean> {
  return (await db.installation.count({ where: { id: 1, setupTokenHash: { not: null } } })) > 0
}

export async function saveSetupToken(db: Db, setupTokenHash: string): Promise<void> {
  await db.installation.updateMany({ where: { id: 1 }, data: { setupTokenHash } })
}

/** True exactly once: whoever clears the hash has spent the token. */
export async function spendSetupToken(db: Db, setupTokenHash: string): Promise<boolean> {
  const { count } = await db.installation.updateMany({
    where: { id: 1, setupTokenHash },
    data: { setupTokenHash: null },
  })
  return count === 1
}
