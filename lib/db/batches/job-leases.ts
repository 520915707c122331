import 'server-only'
import type { Database } from '../connection/open-database.ts'

type Lease = { key: string; owner: string }

/**
 * By the database's clock, so that workers need not agree about the time; a lease longer than any is was given before
 * that clock was set back. False while somebody else has it.
 */
export async function takeJobLease(
  { prisma }: Pick<Database, 'prisma'>,
  { key, owner }: Lease,
  ms: number,
): Promise<boolean> {
  const taken = await prisma.$executeRaw`
    INSERT INTO "JobLease" AS lease ("key", "owner", "until")
    VALUES (${key}, ${owner}, clock_timestamp() + ${ms}::float8 * interval '1 ms')
    ON CONFLICT ("key") DO UPDATE SET "owner" = excluded."owner", "until" = excluded."until"
    WHERE lease."owner" = excluded."owner" OR lease."until" <= clock_timestamp()
      OR lease."until" > clock_timestamp() + interval '1 minute'`
  return taken === 1
}

export async function endJobLease({ prisma }: Pick<Database, 'prisma'>, lease: Lease): Promise<void> {
  await prisma.jobLease.deleteMany({ where: lease })
}

/** For the start of a process that knows that no other works on this database. */
export async function endAllJobLeases({ prisma }: Pick<Database, 'prisma'>): Promise<void> {
  await prisma.jobLease.deleteMany()
}
