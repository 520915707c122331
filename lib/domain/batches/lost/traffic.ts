/** Requests of one size for one collection, whoever sent them. */
export type Traffic = {
  /** How many were begun since `trafficSince`. */
  begun: number
  underWay: number
  /** Those whose outcome is unknown, in a stable order. */
  lostIds: readonly string[]
}

/**
 * Whether none was under way at any moment between two readings and no outcome became known. Only then what the network
 * listed meanwhile is either matched, or one of the lost ones, or nobody's here.
 */
export const isQuiet = (before: Traffic, after: Traffic): boolean =>
  before.underWay === 0 &&
  after.underWay === 0 &&
  before.begun === after.begun &&
  before.lostIds.join() === after.lostIds.join()

const DAY_MS = 24 * 3_600_000

/** From when on requests are counted: the same for all who ask on one day, and far from now if a clock is set back. */
export const trafficSince = (now: Date): Date =>
  new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS - DAY_MS)
