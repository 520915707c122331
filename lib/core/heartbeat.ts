/** The event with which a live stream says that it is still there when nothing else has happened. */
export const HEARTBEAT = 'heartbeat'
export const HEARTBEAT_MS = 15_000

/** A stream that says nothing for longer than this has died, though nobody closed it: two heartbeats are missing. */
export const LONGEST_SILENCE_MS = 2 * HEARTBEAT_MS + 5_000
