import 'server-only'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import type { Database } from '../../db/connection/open-database.ts'
import { saveMember } from '../../db/team/members.ts'
import { Address } from '../../domain/networks/address-schema.ts'
import type { RefreshDetail } from '../../domain/refreshes/model-schema.ts'
import type { Role } from '../../domain/team/model.ts'
import { systemClock } from '../../networks/http/clock.ts'
import type { Registry } from '../../networks/registry.ts'
import { storeSignature } from '../../signatures/store-signature.ts'
import type { ServiceContext } from '../context.ts'
import { findDueWork } from '../engine/find-due-work.ts'
import { reconcileBatch } from '../engine/reconcile/reconcile-batch.ts'
import { sendNext } from '../engine/send/send-next.ts'
import { watchBatch } from '../engine/watch/watch-batch.ts'
import { createNetworks } from '../networks/networks.ts'
import { getRefresh } from '../refreshes/get-refresh.ts'
import { submitRefresh } from '../refreshes/submit-refresh.ts'

export const testRules = { holdFailedShare: 0.5, decideAfterMs: 15 * 60_000 }

const MAX_ROUNDS = 200

type TestDesk = {
  database: Database
  baseUrl: string
  collection: Address
  owner?: ReturnType<typeof privateKeyToAccount>
  /** Another family than Immutable X, and its key. */
  other?: { registry: Registry; apiKey: string | null }
}

export const newAccount = () => privateKeyToAccount(generatePrivateKey())
export const newAddress = (): Address => Address.parse(newAccount().address)

/** A desk of its own in a test: an owner who signs, operators, a clock that a test may move, and work done on call. */
export function openTestDesk({ database, baseUrl, collection, owner = newAccount(), other }: TestDesk) {
  const clock = { ms: Date.now() }
  const now = () => new Date(clock.ms)
  const upstreamClock = { ...systemClock, now: () => clock.ms, monotonic: () => clock.ms }
  const settings = { slug: 'imx', baseUrl, apiKey: other?.apiKey ?? null, requestsPerSecond: 0 } as const
  const networks = createNetworks([settings], upstreamClock, null, other?.registry)
  const work = { db: database.prisma, networks, now, rules: testRules }
  const ownerAddress = Address.parse(owner.address)

  const join = async (role: Role, address: Address = newAddress()): Promise<ServiceContext> => {
    const member = await saveMember(database.prisma, { address, role, now: now() })
    return { ...work, member, caller: { kind: 'session', id: 'none' }, requestId: 'test' }
  }

  const sign = async (): Promise<void> => {
    const timestamp = String(Math.floor(clock.ms / 1000))
    const signature = await owner.signMessage({ message: timestamp })
    const ctx = await join('viewer', ownerAddress)
    await storeSignature(ctx, { network: 'imx', ownerAddress, timestamp, signature })
  }

  const submit = (ctx: ServiceContext, ids: string[], key: string | null = null) =>
    submitRefresh(ctx, { network: 'imx', collection, selection: { ids } }, key)

  /** Does everything that is due at this moment of the clock. */
  const doDueWork = async (): Promise<void> => {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const { sends, polls, searches } = await findDueWork(work, { aheadMs: 0 })
      if (sends.length + polls.length + searches.length === 0) return
      for (const { project } of sends) await sendNext(work, project)
      for (const { batchId } of polls) await watchBatch(work, batchId)
      for (const { batchId } of searches) await reconcileBatch(work, batchId)
    }
    throw new Error('The work never ends')
  }

  const advance = async (ms: number): Promise<void> => {
    clock.ms += ms
    await doDueWork()
  }

  const read = (id: string): Promise<RefreshDetail> => getRefresh(work, id)
  return { clock, work, owner, ownerAddress, join, sign, submit, doDueWork, advance, read }
}
