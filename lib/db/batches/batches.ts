import 'server-only'
import { type Batch, Candidate } from '../../domain/batches/batch-schema.ts'
import { countProgress } from '../../domain/refreshes/derive-state.ts'
import type { Db } from '../connection/client.ts'
import type { Prisma } from '../generated/client.ts'

const Candidates = Candidate.array()

type BatchRow = Prisma.BatchGetPayload<{ include: { search: true } }>

export function toBatch(row: BatchRow): Batch {
  return {
    id: row.id,
    position: row.position,
    state: row.state,
    wait: row.wait,
    notBefore: row.notBefore?.toISOString() ?? null,
    reference: row.reference,
    stage: row.stage,
    progress: countProgress([row]),
    sentAt: row.sentAt?.toISOString() ?? null,
    acceptedAt: row.acceptedAt?.toISOString() ?? null,
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    reason: row.reason,
    search: row.search && toSearch(row.search),
    resends: row.resendCount,
  }
}

function toSearch(row: NonNullable<BatchRow['search']>): Batch['search'] {
  return {
    searches: row.searchCount,
    lastSearchAt: row.lastSearchAt?.toISOString() ?? null,
    nextSearchAt: row.nextSearchAt?.toISOString() ?? null,
    decideAt: row.decideAt.toISOString(),
    candidates: Candidates.catch([]).parse(row.candidates),
    isComplete: row.isComplete,
    needsPerson: row.needsPerson,
  }
}

/** Which of these references batches of this desk have already. */
export async function listTaken(db: Db, network: string, references: string[]): Promise<Set<string>> {
  const rows = await db.batch.findMany({
    where: { network, reference: { in: references } },
    select: { reference: true },
  })
  return new Set(rows.flatMap(({ reference }) => reference ?? []))
}

/** The batch that has this reference. */
export async function findHolder(db: Db, network: string, reference: string): Promise<string | null> {
  const row = await db.batch.findUnique({
    where: { network_reference: { network, reference } },
    select: { id: true },
  })
  return row?.id ?? null
}

export async function listBatches(db: Db, refreshId: string): Promise<Batch[]> {
  const rows = await db.batch.findMany({
    where: { refreshId },
    include: { search: true },
    orderBy: { position: 'asc' },
  })
  return rows.map(toBatch)
}

/** The only batch of a refresh whose tokens are not known one by one. */
export async function createBatch(tx: Db, refreshId: string, network: string): Promise<void> {
  await tx.batch.create({ data: { refreshId, network, position: 1, tokenCount: 0 } })
}
