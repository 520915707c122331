import 'server-only'
import { Address } from '../../domain/networks/address-schema.ts'
import type { NetworkSlug } from '../../domain/networks/network-slug.ts'
import type { RefreshImportState } from '../../domain/refreshes/refresh-import-schema.ts'
import type { Db } from '../connection/client.ts'
import type { Prisma, RefreshImport } from '../generated/client.ts'
import { type Project, projectOf } from '../networks/quota-keys.ts'

const noImport: RefreshImportState = {
  state: 'none',
  listed: 0,
  imported: 0,
  leftOut: 0,
  startedAt: null,
  completedAt: null,
  error: null,
}

export function toImportState(row: RefreshImport | null): RefreshImportState {
  if (!row) return noImport
  const { listed, imported, leftOut, error } = row
  return {
    state: row.state,
    listed,
    imported,
    leftOut,
    startedAt: row.startedAt.toISOString(),
    completedAt: row.completedAt?.toISOString() ?? null,
    error,
  }
}

export const findImport = (db: Db, collectionId: string): Promise<RefreshImport | null> =>
  db.refreshImport.findUnique({ where: { collectionId } })

type NewImport = { collectionId: string; memberId: string; startedAt: Date }

/** Creates the row of an import that begins; false when there is one already. */
export async function createImport(db: Db, row: NewImport): Promise<boolean> {
  const data = [{ ...row, state: 'running' as const }]
  const { count } = await db.refreshImport.createMany({ data, skipDuplicates: true })
  return count === 1
}

export type ImportChange = Prisma.RefreshImportUncheckedUpdateManyInput

/** Changes an import as it was when `version` was read; false when somebody was faster. */
export async function changeImport(
  db: Db,
  { collectionId, version }: { collectionId: string; version: number },
  change: ImportChange,
): Promise<boolean> {
  const { count } = await db.refreshImport.updateMany({
    where: { collectionId, version },
    data: { ...change, version: { increment: 1 } },
  })
  return count === 1
}

/** In the transaction of a change that found the import unchanged. */
export async function recordImported(db: Db, collectionId: string, data: ImportChange): Promise<void> {
  await db.refreshImport.updateMany({ where: { collectionId }, data })
}

/** An import that is to go on, with what the network must be asked. */
export type RunningImport = RefreshImport & {
  network: NetworkSlug
  address: Address
  ownerAddress: Address | null
  project: Project
}

export async function findRunningImport(db: Db, collectionId: string): Promise<RunningImport | null> {
  const row = await db.refreshImport.findUnique({ where: { collectionId }, include: { collection: true } })
  if (row?.state !== 'running') return null
  const { collection, ...rest } = row
  const { address, ownerAddress } = collection
  const network = collection.network as NetworkSlug
  return {
    ...rest,
    network,
    address: Address.parse(address),
    ownerAddress: ownerAddress === null ? null : Address.parse(ownerAddress),
    project: projectOf(collection),
  }
}

type DueImport = { collectionId: string; network: string; at: Date | null }

export async function listDueImports(db: Db, until: Date): Promise<DueImport[]> {
  const rows = await db.refreshImport.findMany({
    where: { state: 'running', OR: [{ nextStepAt: null }, { nextStepAt: { lte: until } }] },
    select: { collectionId: true, nextStepAt: true, collection: { select: { network: true } } },
  })
  return rows.map(({ collectionId, nextStepAt, collection }) => ({
    collectionId,
    network: collection.network,
    at: nextStepAt,
  }))
}
