import type { Child, Ended } from './children.ts'
import type { Case } from './facts.ts'
import { hasHappened, until } from './read-events.ts'
import type { Stores } from './stores.ts'

/** Both work until the strike; afterwards the other one alone, or both on a database that was away. */
export async function endPair(
  { first, next }: Record<'first' | 'next', Child>,
  struck: Case,
  { unstruck, stores }: { unstruck: Case; stores: Stores },
): Promise<Ended[]> {
  const [victim, other] = struck.life === 'first' ? [first, next] : [next, first]
  const both = Promise.all([first.ended, next.ended])
  await until(() => hasHappened(struck, 'struck'), both)
  if (hasHappened(struck, 'struck') && struck.strike === 'restart') {
    // An engine that finds no database at its start ends, and whoever supervises it starts it again.
    await until(() => hasHappened(unstruck, 'working'), both)
    await stores.restart()
  }
  await other.ended
  if (struck.strike === 'SIGSTOP' && hasHappened(struck, 'struck')) victim.child.kill('SIGKILL')
  return both
}
