import type { Clock } from './clock.ts'

type Answer = { status: number; body: Uint8Array }

type Question = { owner: string; key: string; ttlMs: number }

/** Who asks what is for an owner alone. */
export type Requester = {
  /** Nobody waits for what a stranger asks. */
  isOwner: () => Promise<boolean>
  canShare: () => Promise<boolean>
}

/** An answer, and whether others may hear it. */
export type Asked<A> = { answer: A; isForOthers: boolean }

export type ResponseCache<A extends Answer> = {
  /**
   * The answer that somebody got, or is getting, to the same question within `ttlMs`; whoever may not hear it, or finds
   * none, asks. `ageMs` is null for who asked. A failure is for those alone who wait for it, a refusal for nobody else.
   */
  read: (
    question: Question,
    ask: () => Promise<Asked<A>>,
    asker?: Requester,
  ) => Promise<{ answer: A; ageMs: number | null }>
  /** After an owner changed something nobody may be told what was so before, not even by who is being asked right now. */
  forget: (owner: string) => void
}

const MAX_BYTES = 32 * 1024 * 1024
const MAX_KEPT = 1_000

const lastingStatuses = [200, 404, 429]
const isLasting = ({ answer, isForOthers }: Asked<Answer>): boolean =>
  isForOthers && lastingStatuses.includes(answer.status)
/** Other refusals are about how somebody asked, and the next may ask better. */
const isShared = (asked: Asked<Answer>): boolean =>
  isLasting(asked) || (asked.isForOthers && asked.answer.status >= 500)

export function createResponseCache<A extends Answer>({
  monotonic,
}: Pick<Clock, 'monotonic'>): ResponseCache<A> {
  type Ask = () => Promise<Asked<A>>
  const asking = new Map<string, ReturnType<Ask>>()
  /** The oldest first. */
  const kept = new Map<string, { answer: A; askedAt: number; at: number }>()
  const changes = new Map<string, number>()
  let bytes = 0
  let count = 0

  const drop = (key: string) => {
    bytes -= kept.get(key)?.answer.body.byteLength ?? 0
    kept.delete(key)
  }
  const keep = (key: string, { answer, askedAt }: { answer: A; askedAt: number }, ttlMs: number) => {
    // Of two that were under way at once the later question has the newer answer, whichever came first.
    if ((kept.get(key)?.askedAt ?? askedAt) > askedAt) return
    const now = monotonic()
    drop(key)
    kept.set(key, { answer, askedAt, at: now })
    bytes += answer.body.byteLength
    for (const [oldest, { at }] of kept) {
      if (bytes <= MAX_BYTES && kept.size <= MAX_KEPT && now - at < ttlMs) return
      drop(oldest)
    }
  }
  const askAndKeep = async ({ key, ttlMs }: Pick<Question, 'key' | 'ttlMs'>, ask: Ask) => {
    const askedAt = monotonic()
    const asked = await ask()
    if (isLasting(asked)) keep(key, { ...asked, askedAt }, ttlMs)
    return asked
  }
  const askFirst = async (question: Pick<Question, 'key' | 'ttlMs'>, ask: Ask, asker?: Requester) => {
    const { key } = question
    let isOver = false
    const promise = askAndKeep(question, ask)
    const letOthersWait = (isOwner: boolean) => {
      if (isOwner && !isOver) asking.set(key, promise)
    }
    if (asker) asker.isOwner().then(letOthersWait, () => {})
    else letOthersWait(true)
    try {
      return (await promise).answer
    } finally {
      isOver = true
      if (asking.get(key) === promise) asking.delete(key)
    }
  }

  return {
    read: async ({ owner, key: question, ttlMs }, ask, asker) => {
      const key = `${owner} ${changes.get(owner) ?? 0} ${question}`
      const isFresh = (known: { at: number } | undefined) => known && monotonic() - known.at < ttlMs
      if (asker && (isFresh(kept.get(key)) || asking.has(key)) && !(await asker.canShare())) {
        return { answer: (await askAndKeep({ key, ttlMs }, ask)).answer, ageMs: null }
      }
      const known = kept.get(key)
      if (known && isFresh(known)) return { answer: known.answer, ageMs: monotonic() - known.at }
      const waiting = asking.get(key)
      const shared = waiting && (await waiting)
      if (shared && isShared(shared)) return { answer: shared.answer, ageMs: 0 }
      return { answer: await askFirst({ key, ttlMs }, ask, asker), ageMs: null }
    },
    forget: (owner) => {
      count += 1
      changes.delete(owner)
      changes.set(owner, count)
      const [oldest] = changes.keys()
      // Whatever was kept for that one is long too old.
      if (changes.size > MAX_KEPT && oldest !== undefined) changes.delete(oldest)
    },
  }
}
