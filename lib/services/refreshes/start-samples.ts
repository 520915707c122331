import 'server-only'
import { privateKeyToAccount } from 'viem/accounts'
import { type StoredCollection, saveCollection } from '../../db/collections/collections.ts'
import { initialiseSamples, needsSamples } from '../../db/refreshes/samples.ts'
import { Address } from '../../domain/networks/address-schema.ts'
import { config } from '../../env/config.ts'
import { keepSignature } from '../../signatures/store-signature.ts'
import type { WorkContext } from '../context.ts'
import { startRefresh } from './start-refresh.ts'

const NETWORK = 'imx-local'
// Account 0 of the development mnemonic that everybody knows. It owns the demo collections and nothing else.
const DEMO_OWNER_KEY = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80'
const PAGE_SIZE = 200

/** Runs the sample refreshes of a first start, signed by the demo owner. Does nothing outside demo mode, or twice. */
export async function startSamples(work: WorkContext): Promise<void> {
  if (config().mode !== 'demo' || !(await needsSamples(work.db))) return
  const owner = privateKeyToAccount(DEMO_OWNER_KEY)
  const ownerAddress = Address.parse(owner.address)
  const relics = await findSample(work, 'Kestrel Relics')
  const wardens = await findSample(work, 'Ashfall Wardens')
  const relicIds = await listIds(work, relics, 60)
  const wardenIds = await listIds(work, wardens, 2_000)
  if (!(await initialiseSamples(work.db, work.now()))) return
  const timestamp = String(Math.floor(work.now().getTime() / 1000))
  const signature = await owner.signMessage({ message: timestamp })
  await keepSignature(work, { network: NETWORK, ownerAddress, timestamp, signature }, null)
  const start = (stored: StoredCollection, ids: string[], note: string) =>
    startRefresh(work, { stored, ids, note, memberId: null, source: 'sample' })
  await start(relics, relicIds, 'First look at the relics')
  await start(wardens, wardenIds.slice(0, 1), 'One warden, to try it')
  await start(wardens, wardenIds, 'Level-up of wave 1')
}

async function findSample(work: WorkContext, name: string): Promise<StoredCollection> {
  const { catalog } = work.networks.get(NETWORK).provider
  const { items } = await catalog.listCollections({ keyword: name })
  const facts = items.find((collection) => collection.name === name)
  if (!facts) throw new Error(`The sandbox has no collection named ${name}`)
  return saveCollection(work.db, { ...facts, network: NETWORK, seenAt: work.now().toISOString() })
}

async function listIds(
  work: WorkContext,
  { collection }: StoredCollection,
  count: number,
): Promise<string[]> {
  const { catalog } = work.networks.get(NETWORK).provider
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await catalog.listAssets({
      collection: collection.address,
      pageSize: PAGE_SIZE,
      orderBy: 'name',
      direction: 'asc',
      cursor,
    })
    ids.push(...page.items.map(({ tokenId }) => tokenId))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined && ids.length < count)
  return ids.slice(0, count)
}
