import type { Database } from '../../db/connection/open-database.ts'

class Killed extends Error {}

const reads = /^(find|count|aggregate|groupBy)/

/**
 * A process that dies at its n-th step: a step is a statement that writes, or what the test counts as one. From then on
 * none of its statements arrives, and what it had not committed is gone. To die before a read changes nothing more.
 */
export function dieAt({ prisma, ...rest }: Database, at: number) {
  let steps = 0
  /** False once it is dead. */
  const takeStep = (): boolean => {
    steps += 1
    return steps < at
  }
  const counted = prisma.$extends({
    query: {
      $allOperations: async ({ operation, args, query }) => {
        const lives = reads.test(operation) ? steps < at : takeStep()
        if (!lives) throw new Killed(`killed at step ${at}`)
        return query(args)
      },
    },
  })
  const database = { ...rest, prisma: counted as unknown as Database['prisma'] } as Database
  /** True when the task ended before the process had to die. */
  const run = async (task: () => Promise<void>): Promise<boolean> => {
    try {
      await task()
    } catch (error) {
      if (!(error instanceof Killed)) throw error
    }
    return steps < at
  }
  return { database, takeStep, run }
}
