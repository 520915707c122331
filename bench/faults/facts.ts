export type Strike = 'SIGKILL' | 'SIGSTOP' | 'restart' | number

/** What the harness tells an engine process, in FAULTS_CASE. */
export type Case = {
  /** `prepare` makes an empty database; `first` arranges the refresh before it works on it; `next` goes on with it. */
  life: 'prepare' | 'first' | 'next'
  /** Where this life writes what happens, a line of JSON each. */
  events: string
  control: { url: string; token: string }
  /** Whether another engine may be working on the same database. */
  isShared: boolean
  ownerKey: `0x${string}`
  collection: string
  tokens: number
  batchSize: number
  /** How many a script sends through the proxy meanwhile. */
  scriptRequests: number
  /** At which external step of this life it happens; null leaves it alone. */
  strikeAt: number | null
  /** A signal to itself, a clock that jumps by so many minutes, or a restart of the database, which the harness does. */
  strike: Strike
  giveUpMs: number
}

/** `write` and `commit` come before the database does it, `committed` after; `request` before the call leaves, `answer` before the engine sees it. */
export const stepKinds = ['write', 'commit', 'committed', 'request', 'answer'] as const
export type StepKind = (typeof stepKinds)[number]

/** What the headers of an answer said of the quota. */
export type SeenQuota = { remaining: number; resetsAtMs: number }

export type Step = {
  type: 'step'
  n: number
  kind: StepKind
  what: string
  atMs: number
  status?: number
  quota?: SeenQuota
}

export type Sample = {
  type: 'sample'
  version: number
  state: string
  succeeded: number
  failed: number
  batches: { position: number; state: string; succeeded: number; failed: number }[]
}

export type BatchEnd = {
  position: number
  state: string
  reference: string | null
  tokenIds: string[]
  tokenStates: Record<string, number>
  failures: string[]
  attempts: { outcome: string | null; isOpen: boolean }[]
}

/** Everything the rows say when the engine thinks that it is done, or gave up. */
export type End = {
  type: 'end'
  isFinished: boolean
  state: string
  counts: { total: number; succeeded: number; failed: number; unknown: number; cancelled: number }
  batches: BatchEnd[]
  /** Of the refreshes that a script's requests became. */
  ofScript: BatchEnd[]
  liveSignatures: number
  activities: string[]
}

/** A batch that waited for a person, and what the harness decided in their place. */
export type Decision = {
  type: 'decision'
  position: number
  choice: string
  doubts: number
  candidates: number
  /** Other requests as large whose answer was lost at some time. */
  others: number
}

export type Event =
  | Step
  | Sample
  | End
  | Decision
  | { type: 'arranged' }
  | { type: 'working' }
  | { type: 'struck'; n: number; kind: StepKind; what: string }

/** What the sandbox says it took. */
export type Accepted = { refresh_id: string; collection_address: string; token_ids: string[] }

/** As the sandbox's back door takes it. */
export type SandboxFault = {
  operation: 'create' | 'status' | 'errors' | 'list'
  kind: 'status' | 'drop_before' | 'drop_after' | 'delay' | 'no_id'
  times: number
  status?: number
  body?: unknown
  delay_ms?: number
}
