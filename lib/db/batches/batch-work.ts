import 'server-only'
import {
  type BatchState,
  liveBatchStates,
  unleasedStates,
  type WaitReason,
} from '../../domain/batches/state.ts'
import { Address } from '../../domain/networks/address-schema.ts'
import type { NetworkSlug } from '../../domain/networks/network-slug.ts'
import type { RefreshSource } from '../../domain/refreshes/model-schema.ts'
import type { Db } from '../connection/client.ts'
import type { Prisma } from '../generated/client.ts'
import { inProject, type Project, projectOf } from '../networks/quota-keys.ts'

/** A batch with what is needed to send or watch it. */
export type BatchWork = {
  id: string
  refreshId: string
  refreshNumber: number
  source: RefreshSource
  memberId: string | null
  position: number
  tokenCount: number
  state: BatchState
  wait: WaitReason | null
  notBefore: Date | null
  reference: string | null
  stage: string | null
  succeeded: number
  failed: number
  acceptedAt: Date | null
  startedAt: Date | null
  nextPollAt: Date | null
  lastPollAt: Date | null
  unreadableSince: Date | null
  /** While it is lost. */
  search: {
    searchCount: number
    lastSearchAt: Date | null
    nextSearchAt: Date | null
    needsPerson: boolean
    wasSearched: boolean
  } | null
  resendCount: number
  fence: number
  collectionId: string
  network: NetworkSlug
  collection: Address
  ownerAddress: Address | null
  project: Project
}

const withRefresh = { refresh: { include: { collection: true } }, search: true } satisfies Prisma.BatchInclude

function toWork(row: Prisma.BatchGetPayload<{ include: typeof withRefresh }>): BatchWork {
  const { collection, number, memberId, source } = row.refresh
  return {
    id: row.id,
    refreshId: row.refreshId,
    refreshNumber: number,
    source: source,
    memberId,
    position: row.position,
    tokenCount: row.tokenCount,
    state: row.state,
    wait: row.wait,
    notBefore: row.notBefore,
    reference: row.reference,
    stage: row.stage,
    succeeded: row.succeeded,
    failed: row.failed,
    acceptedAt: row.acceptedAt,
    startedAt: row.startedAt,
    nextPollAt: row.nextPollAt,
    lastPollAt: row.lastPollAt,
    unreadableSince: row.unreadableSince,
    search: row.search,
    resendCount: row.resendCount,
    fence: row.fence,
    collectionId: collection.id,
    network: collection.network as NetworkSlug,
    collection: Address.parse(collection.address),
    ownerAddress: collection.ownerAddress === null ? null : Address.parse(collection.ownerAddress),
    project: projectOf(collection),
  }
}

/** In the order of their refreshes and positions. */
export async function findWork(db: Db, where: Prisma.BatchWhereInput): Promise<BatchWork[]> {
  const rows = await db.batch.findMany({
    where,
    include: withRefresh,
    orderBy: [{ refresh: { number: 'asc' } }, { position: 'asc' }],
  })
  return rows.map(toWork)
}

export async function findBatchWork(db: Db, id: string): Promise<BatchWork | null> {
  return (await findWork(db, { id }))[0] ?? null
}

export async function findBatchAt(db: Db, refreshId: string, position: number): Promise<BatchWork | null> {
  return (await findWork(db, { refreshId, position }))[0] ?? null
}

/** What may be sent as far as its refresh is concerned: a paused one sends nothing. */
export const going = { pausedAt: null, cancelledAt: null } satisfies Prisma.RefreshWhereInput

export const listUnleased = (db: Db, project: Project): Promise<BatchWork[]> =>
  findWork(db, { state: { in: unleasedStates }, refresh: { ...going, collection: inProject(project) } })

/** Unsent batches of a collection that nobody has in hand, those of paused refreshes included. */
export const listUnleasedOf = (db: Db, collectionId: string): Promise<BatchWork[]> =>
  findWork(db, { state: { in: unleasedStates }, refresh: { collectionId } })

const LONGEST_LEASE_MS = 60_000

/** What somebody prepares or sends, or only what was left by whoever's lease ended by then. */
export const listLeased = (db: Db, leaseEndedBy: Date | null): Promise<BatchWork[]> =>
  findWork(db, {
    state: { in: ['preparing', 'sending'] },
    ...(leaseEndedBy && {
      OR: [
        { leaseUntil: null },
        { leaseUntil: { lte: leaseEndedBy } },
        // Given by a clock that has since been set back.
        { leaseUntil: { gt: new Date(leaseEndedBy.getTime() + LONGEST_LEASE_MS) } },
      ],
    }),
  })

/** What the desk itself is sending for a project. A script's request counts for the quota alone. */
export const countSending = (db: Db, project: Project): Promise<number> =>
  db.batch.count({
    where: { state: 'sending', refresh: { source: { not: 'script' }, collection: inProject(project) } },
  })

type Owner = { network: string; ownerAddress: string }
const ofOwner = ({ network, ownerAddress }: Owner) => ({ refresh: { collection: { network, ownerAddress } } })

/** Everything of an owner that is still to be sent, watched or searched for. */
export const listLive = (db: Db, owner: Owner): Promise<BatchWork[]> =>
  findWork(db, { state: { in: liveBatchStates }, ...ofOwner(owner) })

/** Everything of a project that is still to be sent, watched or searched for. */
export const listLiveOfProject = (db: Db, project: Project): Promise<BatchWork[]> =>
  findWork(db, { state: { in: liveBatchStates }, refresh: { collection: inProject(project) } })

/** How much of an owner still needs their signature: batches, and refreshes whose batches are still to be made or found. */
export async function countLive(db: Db, owner: Owner): Promise<number> {
  const batches = await db.batch.count({ where: { state: { in: liveBatchStates }, ...ofOwner(owner) } })
  const expanding = { expandState: 'expanding', finishedAt: null, collection: owner } as const
  const imports = await db.refreshImport.count({ where: { state: 'running', collection: owner } })
  return batches + imports + (await db.refresh.count({ where: expanding }))
}
