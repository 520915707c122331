import 'server-only'
import type { Collection } from '../../domain/collections/model-schema.ts'
import { Address } from '../../domain/networks/address-schema.ts'
import { NetworkSlug } from '../../domain/networks/network-slug-schema.ts'
import type { Db } from '../connection/client.ts'
import { containing } from '../connection/containing.ts'
import type { Collection as CollectionRow } from '../generated/client.ts'
import { type Project, projectOf, quotaKeyOf } from '../networks/quota-keys.ts'

export type StoredCollection = { id: string; collection: Collection; project: Project }

export type CollectionKey = { network: NetworkSlug; address: Address }

export function toCollection(row: CollectionRow): Collection {
  return {
    network: NetworkSlug.parse(row.network),
    address: Address.parse(row.address),
    name: row.name,
    description: row.description,
    imageUrl: row.imageUrl,
    projectId: row.projectId,
    ownerAddress: row.ownerAddress === null ? null : Address.parse(row.ownerAddress),
    metadataApiUrl: row.metadataApiUrl,
    seenAt: row.seenAt.toISOString(),
  }
}

export const toStored = (row: CollectionRow): StoredCollection => ({
  id: row.id,
  collection: toCollection(row),
  project: projectOf(row),
})

/** Keeps what a network just said about a collection. */
export async function saveCollection(db: Db, collection: Collection): Promise<StoredCollection> {
  const { network, address, seenAt, ...rest } = collection
  const facts = { ...rest, quotaKey: quotaKeyOf(collection) }
  const row = await db.collection.upsert({
    where: { network_address: { network, address } },
    create: { network, address, ...facts, seenAt },
    update: { ...facts, seenAt },
  })
  return toStored(row)
}

/** One of which nothing is known but where it is; what somebody else learned of it stays. */
export async function noteCollection(db: Db, key: CollectionKey, now: Date): Promise<StoredCollection> {
  const row = await db.collection.upsert({
    where: { network_address: key },
    create: { ...key, name: key.address, quotaKey: key.address, seenAt: now },
    update: {},
  })
  return toStored(row)
}

/** Who owns it, when that is all that is known. */
export async function saveOwner(db: Db, id: string, ownerAddress: Address): Promise<void> {
  await db.collection.update({ where: { id }, data: { ownerAddress } })
}

export async function findCollection(
  db: Db,
  { network, address }: CollectionKey,
): Promise<StoredCollection | null> {
  const row = await db.collection.findUnique({ where: { network_address: { network, address } } })
  return row && toStored(row)
}

type CollectionFilter = {
  network?: NetworkSlug | undefined
  owners?: string[] | undefined
  /** Part of a name or address. */
  text?: string | undefined
  take: number
}

/** By name. */
export async function listStoredCollections(db: Db, filter: CollectionFilter): Promise<StoredCollection[]> {
  const { network, owners, text, take } = filter
  const rows = await db.collection.findMany({
    where: {
      ...(network && { network }),
      ...(owners && { ownerAddress: { in: owners } }),
      ...(text && { OR: [{ name: containing(text) }, { address: containing(text) }] }),
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take,
  })
  return rows.map(toStored)
}
