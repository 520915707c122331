import { readTime } from '../../core/read-time.ts'

/** When a request went out whose outcome is not known: by our clock, and by the network's as far as that was known. */
export type OutcomeUnknown = { startedAt: Date; upstreamAt: Date | null }

/** When a page of the network's list was read, by both clocks. */
export type ReadAt = { now: Date; listedAt: Date | null }

/** The clocks agree to seconds; a request that was held up on its way may be older than what the network made of it. */
const MARGIN_MS = 5 * 60_000

/** From when on, by the network's clock, what it lists may be a lost request of ours; null when none is. */
export function unknownFrom(unknowns: readonly OutcomeUnknown[], { now, listedAt }: ReadAt): Date | null {
  const theirsMinusOurs = listedAt ? listedAt.getTime() - now.getTime() : 0
  const times = unknowns.map(({ startedAt, upstreamAt }) =>
    // Without the network's own time whichever of the clocks is behind decides.
    upstreamAt ? upstreamAt.getTime() : startedAt.getTime() + Math.min(0, theirsMinusOurs),
  )
  return times.length > 0 ? new Date(Math.min(...times) - MARGIN_MS) : null
}

/** Importing what is a batch of ours would make the desk send that batch a second time. */
export const mayBeOurs = (startedAt: Date | null, unknownsFrom: Date | null): boolean =>
  unknownsFrom !== null && (startedAt === null || startedAt >= unknownsFrom)

type Listed = { startedAt: string | null }

/** With the time of each; the list goes from new to old, so one without a time is no newer than the one before it. */
export function orderByStart<One extends Listed>(
  listed: readonly One[],
  now: Date,
): (One & { at: Date; known: Date | null })[] {
  let before = now
  return listed.map((one) => {
    const known = readTime(one.startedAt)
    before = known && known < now ? known : before
    return { ...one, known, at: before }
  })
}
