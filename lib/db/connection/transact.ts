import 'server-only'
import type { Prisma, PrismaClient } from '../generated/client.ts'

// Prisma's defaults of two and five seconds are short for a machine under load.
const MAX_WAIT_MS = 20_000
const TIMEOUT_MS = 30_000

/** Runs `task` in one transaction. Never call the network inside: it holds a connection and its locks. */
export function transact<T>(
  db: PrismaClient,
  task: (tx: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  return db.$transaction(task, { maxWait: MAX_WAIT_MS, timeout: TIMEOUT_MS })
}
