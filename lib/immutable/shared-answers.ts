import type { Clock } from './clock.ts'

type Answer = { status: number; body: Uint8Array }

type Question = { owner: string; key: string; ttlMs: number }

/** Who asks what is for an owner alone. */
export type Asker = {
  /** Nobody waits for what a stranger asks. */
  isOwner: () => Promise<boolean>
  mayHear: () => Promise<boolean>
}

/** An answer, and whether others may hear it. */
export type Asked<A> = { answer: A; isForOthers: boolean }

export type SharedAnswers<A extends Answer> = {
  /**
   * The answer that somebody got, or is getting, to the same question within `ttlMs`; whoever may not hear it, or finds
   * none, asks. `ageMs` is null for who asked. A failure is for those alone who wait for it, a refusal of who asked for
   * nobody else.
   */
  read: (
    question: Question,
    ask: () => Promise<Asked<A>>,
    asker?: Asker,
  ) => Promise<{ answer: A; ageMs: number | null }>
  /** After an owner changed something nobody may be told what was so before, not even by who is being asked right now. */
  forget: (owner: string) => void
}

const MAX_BYTES = 32 * 1024 * 1024
const MAX_KEPT = 1_000

const lastingStatuses = [200, 404, 429]
const personalStatuses = [401, 403]
const isLasting = ({ answer, isForOthers }: Asked<Answer>): boolean =>
  isForOthers && lastingStatuses.includes(answer.status)
const isShared = ({ answer, isForOthers }: Asked<Answer>): boolean =>
  isForOthers && !personalStatuses.includes(answer.status)

export function createSharedAnswers<A extends Answer>({
  monotonic,
}: Pick<Clock, 'monotonic'>): SharedAnswers<A> {
  type Ask = () => Promise<Asked<A>>
  const asking = new Map<string, ReturnType<Ask>>()
  /** The oldest first. */
  const kept = new Map<string, { answer: A; at: number }>()
  const changes = new Map<string, number>()
  let bytes = 0
  let count = 0

  const drop = (key: string) => {
    bytes -= kept.get(key)?.answer.body.byteLength ?? 0
    kept.delete(key)
  }
  const keep = (key: string, answer: A, ttlMs: number) => {
    const now = monotonic()
    drop(key)
    kept.set(key, { answer, at: now })
    bytes += answer.body.byteLength
    for (const [oldest, { at }] of kept) {
      if (bytes <= MAX_BYTES && kept.size <= MAX_KEPT && now - at < ttlMs) return
      drop(oldest)
    }
  }
  const askFirst = async ({ key, ttlMs }: Pick<Question, 'key' | 'ttlMs'>, ask: Ask, asker?: Asker) => {
    let isOver = false
    const promise = ask()
    const letOthersWait = (isOwner: boolean) => {
      if (isOwner && !isOver) asking.set(key, promise)
    }
    if (asker) asker.isOwner().then(letOthersWait, () => {})
    else letOthersWait(true)
    try {
      const asked = await promise
      if (isLasting(asked)) keep(key, asked.answer, ttlMs)
      return asked.answer
    } finally {
      isOver = true
      if (asking.get(key) === promise) asking.delete(key)
    }
  }

  return {
    read: async ({ owner, key: question, ttlMs }, ask, asker) => {
      const key = `${owner} ${changes.get(owner) ?? 0} ${question}`
      const known = kept.get(key)
      const isFresh = known !== undefined && monotonic() - known.at < ttlMs
      const waiting = asking.get(key)
      if (isFresh || waiting) {
        if (asker && !(await asker.mayHear())) return { answer: (await ask()).answer, ageMs: null }
        if (isFresh) return { answer: known.answer, ageMs: monotonic() - known.at }
        const shared = await waiting
        if (shared && isShared(shared)) return { answer: shared.answer, ageMs: 0 }
      }
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
