import { setTimeout as pause } from 'node:timers/promises'
import { findDatabaseTrouble } from '../../lib/db/connection/database-trouble.ts'
import { database } from '../../lib/db/connection/open-database.ts'
import { isFinished } from '../../lib/domain/batches/state.ts'
import { decideInPlace } from './decide-in-place.ts'
import type { BatchEnd, Case, End } from './facts.ts'
import { record } from './steps.ts'

const EVERY_MS = 200
/** After the refresh has finished, its owner's signature is still to be deleted: a bound for what hangs, however busy the machine. */
const TRAIL_MS = 120_000

/** Samples the progress until the refresh is settled or the time is up, then writes down what the rows say. */
export async function observe(given: Case): Promise<void> {
  const sample = createSampler(given)
  for (;;) {
    try {
      if (await sample()) return record(await readEnd())
    } catch (error) {
      // A database that is restarted is away for a while.
      if (findDatabaseTrouble(error) === null) throw error
    }
    await pause(EVERY_MS)
  }
}

/** Each call reads the refresh once; true when there is nothing more to wait for. */
function createSampler(given: Case): () => Promise<boolean> {
  const startedMs = performance.now()
  let settledMs: number | null = null
  let last = ''
  return async () => {
    const { version, state, succeeded, failed, batches: rows } = await readRefresh()
    const batches = rows.map((one) => ({
      position: one.position,
      state: one.state,
      succeeded: one.succeeded,
      failed: one.failed,
    }))
    const text = JSON.stringify({ version, batches })
    if (text !== last) record({ type: 'sample', version, state, succeeded, failed, batches })
    last = text
    for (const { search, ...batch } of rows)
      if (search?.needsPerson) await decideInPlace(given, { ...batch, candidates: search.candidates })
    const isOver = isFinished(state)
    if (isOver) settledMs ??= performance.now()
    const isIdle = isOver && (await countLiveSignatures()) === 0
    const isLate = settledMs !== null && performance.now() - settledMs > TRAIL_MS
    return isIdle || isLate || performance.now() - startedMs > given.giveUpMs
  }
}

const readRefresh = () =>
  database().prisma.refresh.findFirstOrThrow({
    include: { batches: { orderBy: { position: 'asc' }, include: { search: true } } },
  })

const countLiveSignatures = () => database().prisma.signature.count({ where: { endedAt: null } })

export async function readEnd(): Promise<End> {
  const { prisma } = database()
  const refresh = await prisma.refresh.findFirstOrThrow({
    include: {
      activities: { orderBy: { at: 'asc' } },
      batches: {
        orderBy: { position: 'asc' },
        include: { tokens: { orderBy: { position: 'asc' } }, attempts: true, failures: true },
      },
    },
  })
  const { state, tokenCount: total, succeeded, failed, unknown, cancelled } = refresh
  const batches = refresh.batches.map(
    ({ position, state, reference, tokens, attempts, failures }): BatchEnd => ({
      position,
      state,
      reference,
      tokenIds: tokens.map(({ tokenId }) => tokenId),
      tokenStates: countBy(tokens.map((token) => token.state)),
      failures: failures
        .map(({ tokenId, errorCode, httpStatus }) => `${tokenId} ${errorCode} ${httpStatus}`)
        .sort(),
      attempts: attempts.map(({ outcome, finishedAt }) => ({ outcome, isOpen: finishedAt === null })),
    }),
  )
  return {
    type: 'end',
    isFinished: isFinished(state),
    state,
    counts: { total, succeeded, failed, unknown, cancelled },
    batches,
    liveSignatures: await countLiveSignatures(),
    activities: refresh.activities.map(({ kind, data }) => `${kind} ${JSON.stringify(data)}`),
  }
}

function countBy(values: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}
