import type { SandboxFault } from './facts.ts'

export type Variant = {
  name: string
  /** What the sandbox does to the submissions, in this order; later ones are served well. */
  faults: SandboxFault[]
  /** Of the sandbox, beside those that make it quick. */
  settings?: Record<string, number>
  /** What is left of the project's quota before the run, spent by somebody else. */
  quotaLeft?: number
  jumpMinutes?: number
  /** Others may be working on the database, so that what a dead engine held waits for the end of its lease. */
  isShared?: true
  /** Two engines: the first is frozen at a step, for so long, and wakes up while the second works. */
  frozenMs?: number
  /** Two engines from the beginning, and what happens for good to one of them, or to the database of both. */
  pair?: { struck: 'first' | 'next'; strike: 'SIGKILL' | 'SIGSTOP' | 'restart' }
  /** Only these steps, whether a run comes to them or not. */
  steps?: number[]
  /** Frozen here, right between its last look at the lease and the write, nobody can keep an engine from sending again. */
  mayRepeatAt?: string
  /** How many requests as large as a batch a script sends through the proxy once one is lost. */
  scriptRequests?: number
  /** The number of 429 that name the quota which nobody could have known of. */
  blind429?: number
}

/** Seconds after which a lost batch that the network does not show counts as not accepted; a sending may take half of it. */
export const DECIDE_AFTER_SECONDS = 6
const LEASE_MS = DECIDE_AFTER_SECONDS * 500 * 0.8
const DEADLINE_MS = DECIDE_AFTER_SECONDS * 1_000

const create = (kind: SandboxFault['kind'], more: Partial<SandboxFault> = {}): SandboxFault => ({
  operation: 'create',
  kind,
  times: 1,
  ...more,
})
/** The first submission goes through, so that the fault strikes while others are at work. */
const second = (fault: SandboxFault): SandboxFault[] => [create('delay', { delay_ms: 0 }), fault]
const refused = (status: number, code: string) => create('status', { status, body: { code, message: code } })
const listFails: SandboxFault = { operation: 'list', kind: 'status', status: 503, times: 1 }
/** Reads go wrong too while the engine looks. */
const reads = (['status', 'errors', 'list'] as const).map(
  (operation): SandboxFault => ({ operation, kind: 'status', status: 503, times: 1 }),
)

/** Of three batches the first and the second are as large, and the third is sent between them once the first is lost. */
const firstLost = (...rest: SandboxFault['kind'][]): SandboxFault[] =>
  ['drop_before' as const, ...rest].map((kind) => create(kind, kind === 'delay' ? { delay_ms: 0 } : {}))

/** Twenty of them. Which of the two engines takes how many is different each time, and the second one takes fewer. */
const pairSteps = Array.from({ length: 20 }, (_, index) => 1 + 3 * index)
const pair = { faults: [], isShared: true as const, steps: pairSteps }

export const variants: Variant[] = [
  { name: 'killed', faults: [] },
  { name: 'killed, on a shared database', faults: [], isShared: true },
  { name: 'connection dropped before accepting', faults: second(create('drop_before')) },
  { name: 'connection dropped after accepting', faults: second(create('drop_after')) },
  { name: '429, too many requests', faults: second(refused(429, 'too_many_requests')) },
  {
    name: '429, quota spent by others',
    faults: [],
    settings: { quota_limit: 2, quota_window_seconds: 8 },
    quotaLeft: 0,
    blind429: 1,
  },
  { name: '500', faults: second(refused(500, 'internal')) },
  { name: '503, looks refused too', faults: [...second(refused(503, 'unavailable')), ...reads] },
  { name: '202 without an id', faults: second(create('no_id')) },
  {
    name: 'slow answer, accepted after the send timeout',
    faults: second(create('delay', { delay_ms: DEADLINE_MS / 2 + 1_000 })),
  },
  { name: 'lost beside others, not accepted', faults: firstLost() },
  {
    name: 'lost beside others, accepted',
    faults: [create('drop_after'), { ...listFails, times: 2 }],
  },
  { name: 'two lost of one size, neither accepted', faults: firstLost('delay', 'drop_before') },
  { name: 'two lost of one size, one accepted', faults: firstLost('delay', 'drop_after') },
  {
    name: 'lost while a script sends as much, not accepted',
    faults: [...firstLost(), create('delay', { delay_ms: 300, times: 20 })],
    scriptRequests: 3,
  },
  {
    name: 'lost while a script sends as much, accepted',
    faults: [create('drop_after'), create('delay', { delay_ms: 300, times: 20 })],
    scriptRequests: 3,
  },
  { name: 'clock jumps 20 min ahead', faults: second(create('drop_after')), jumpMinutes: 20 },
  { name: 'clock jumps 20 min back', faults: second(create('drop_after')), jumpMinutes: -20 },
  { name: 'frozen past its lease, two engines', faults: [], isShared: true, frozenMs: LEASE_MS + 1_000 },
  {
    name: 'frozen past the deadline, two engines',
    faults: [],
    isShared: true,
    frozenMs: DEADLINE_MS + 4_000,
    mayRepeatAt: 'request create',
  },
  { ...pair, name: 'two engines, the first killed', pair: { struck: 'first', strike: 'SIGKILL' } },
  { ...pair, name: 'two engines, the second killed', pair: { struck: 'next', strike: 'SIGKILL' } },
  { ...pair, name: 'two engines, the first frozen for good', pair: { struck: 'first', strike: 'SIGSTOP' } },
  { ...pair, name: 'two engines, the second frozen for good', pair: { struck: 'next', strike: 'SIGSTOP' } },
  { ...pair, name: 'two engines, database restarted', pair: { struck: 'first', strike: 'restart' } },
]
