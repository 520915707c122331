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
    const ofScript = await readScripts()
    const batches = rows.map((one) => ({
      position: one.position,
      state: one.state,
      succeeded: one.succeeded,
      failed: one.failed,
    }))
    const text = JSON.stringify({ version, batches })
    if (text !== last) record({ type: 'sample', version, state, succeeded, failed, batches })
    last = text
    for (const { search, ...batch } of [...rows, ...ofScript.flatMap(({ batches }) => batches)])
      if (search?.needsPerson) await decideInPlace(given, { ...batch, candidates: search.candidates })
    const isOver = [state, ...ofScript.map((one) => one.state)].every(isFinished)
    if (isOver) settledMs ??= performance.now()
    const isIdle = isOver && (await countLiveSignatures()) === 0
    const isLate = settledMs !== null && performance.now() - settledMs > TRAIL_MS
    return isIdle || isLate || performance.now() - startedMs > given.giveUpMs
  }
}

const withSearches = { batches: { orderBy: { position: 'asc' }, include: { search: true } } } as const
const readRefresh = () =>
  database().prisma.refresh.findFirstOrThrow({ where: { source: 'desk' }, include: withSearches })
const readScripts = () =>
  database().prisma.refresh.findMany({ where: { source: 'script' }, include: withSearches })

const countLiveSignatures = () => database().prisma.signature.count({ where: { endedAt: null } })

export async function readEnd(): Promise<End> {
  const { prisma } = database()
  const refresh = await prisma.refresh.findFirstOrThrow({
    where: { source: 'desk' },
    include: { activities: { orderBy: { at: 'asc' } } },
  })
  const scripts = await prisma.refresh.findMany({ where: { source: 'script' } })
  const { state, tokenCount: total, succeeded, failed, unknown, cancelled } = refresh
  return {
    type: 'end',
    isFinished: [refresh, ...scripts].every((one) => isFinished(one.state)),
    state,
    counts: { total, succeeded, failed, unknown, cancelled },
    batches: await readBatches('desk'),
    ofScript: await readBatches('script'),
    liveSignatures: await countLiveSignatures(),
    activities: refresh.activities.map(({ kind, data }) => `${kind} ${JSON.stringify(data)}`),
  }
}

async function readBatches(source: 'desk' | 'script'): Promise<BatchEnd[]> {
  const batches = await database().prisma.batch.findMany({
    where: { refresh: { source } },
    orderBy: [{ refresh: { number: 'asc' } }, { position: 'asc' }],
    include: { tokens: { orderBy: { position: 'asc' } }, attempts: true, failures: true },
  })
  return batches.map(({ position, state, reference, tokens, attempts, failures }) => ({
    position,
    state,
    reference,
    tokenIds: tokens.map(({ tokenId }) => tokenId),
    tokenStates: countBy(tokens.map((token) => token.state)),
    failures: failures
      .map(({ tokenId, errorCode, httpStatus }) => `${tokenId} ${errorCode} ${httpStatus}`)
      .sort(),
    attempts: attempts.map(({ outcome, finishedAt }) => ({ outcome, isOpen: finishedAt === null })),
  }))
}

function countBy(values: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}
