import 'server-only'
import { AppError } from '../core/app-error.ts'

const MAX_WAITING = 8
const RETRY_AFTER_SECONDS = 1

type Line = { length: number; last: Promise<unknown> }
const lines = new Map<string, Line>()

/** Runs `work` after all earlier work of the same caller. Throws `rate_limited` when too much of it waits already. */
export async function inTurn<T>(caller: string, work: () => Promise<T>): Promise<T> {
  const line = lines.get(caller) ?? { length: 0, last: Promise.resolve() }
  if (line.length >= MAX_WAITING) {
    throw new AppError('rate_limited', 'Too many large requests at once. Try again in a moment.', {
      retryAfterSeconds: RETRY_AFTER_SECONDS,
    })
  }
  line.length += 1
  lines.set(caller, line)
  const mine = line.last.then(work)
  line.last = mine.catch(() => {})
  try {
    return await mine
  } finally {
    line.length -= 1
    if (line.length === 0) lines.delete(caller)
  }
}
