import type { Collection } from '../../domain/collections/model-schema.ts'
import type { Db } from '../connection/client.ts'
import { type CreatedRefresh, createRefresh, type NewRefresh } from './create-refresh.ts'

/** What a network says of a collection that no test has asked for before. */
export const newTestCollection = (over: Partial<Collection> = {}): Collection => ({
  network: 'imx-local',
  address: `0x${crypto.randomUUID().replaceAll('-', '')}00000000`,
  name: 'Kestrel Relics',
  description: null,
  imageUrl: null,
  projectId: 1,
  ownerAddress: null,
  metadataApiUrl: null,
  seenAt: '2026-11-22T10:00:00.000Z',
  ...over,
})

type TestRefresh = { collectionId: string; ids: readonly string[]; leaveOutRefreshing?: boolean } & Partial<
  Pick<NewRefresh, 'note' | 'batchSize' | 'now'>
>

/** A refresh of these tokens that nobody in particular submitted. */
export const createTestRefresh = (
  db: Db,
  { ids, leaveOutRefreshing = false, ...facts }: TestRefresh,
): Promise<CreatedRefresh> =>
  createRefresh(db, {
    network: 'imx-local',
    source: 'desk',
    memberId: null,
    note: null,
    idempotencyKey: null,
    requestHash: null,
    retryOf: [],
    tokens: { ids, leaveOutRefreshing },
    batchSize: 1000,
    now: new Date(),
    ...facts,
  })
