import 'server-only'
import type { Prisma, PrismaClient } from './generated/client.ts'

// PGlite runs one transaction at a time, so the default wait of two seconds is short under load.
const MAX_WAIT_MS = 20_000
const TIMEOUT_MS = 30_000

/** Runs `task` in one transaction. Never call the network inside, and use nothing but `tx`: on PGlite the rest waits. */
export function transact<T>(
  db: PrismaClient,
  task: (tx: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  return db.$transaction(task, { maxWait: MAX_WAIT_MS, timeout: TIMEOUT_MS })
}
