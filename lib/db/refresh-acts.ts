import 'server-only'
import { unsettledStates } from '../refresh/state.ts'
import type { Db } from './client.ts'
import type { Prisma } from './generated/client.ts'

/** Changes what people decided about a refresh, while it has not settled; false when it has, or when `only` does not hold. */
export async function changeRefresh(
  tx: Db,
  id: string,
  only: Prisma.RefreshWhereInput,
  data: Prisma.RefreshUncheckedUpdateManyInput,
): Promise<boolean> {
  const { count } = await tx.refresh.updateMany({
    where: { AND: [{ id, state: { in: unsettledStates } }, only] },
    data,
  })
  return count === 1
}

/** Whether sending could go on: something is planned, or tokens are still collected. */
export async function hasUnsent(tx: Db, id: string): Promise<boolean> {
  const planned = await tx.batch.count({ where: { refreshId: id, state: 'planned' } })
  if (planned > 0) return true
  return (await tx.refresh.count({ where: { id, collectState: 'collecting' } })) > 0
}
