import { onTestFinished, vi } from 'vitest'
import { openScriptedNetwork } from '../../../sandbox/testing/scripted-network.ts'
import { openTestDatabase } from '../../db/connection/test-database.ts'
import { newAccount, newAddress, openTestDesk } from './test-desk.ts'

export const HOUR_MS = 3_600_000
export const project = { network: 'imx', key: '7' } as const

/** A desk with an operator and a signing owner, on a scripted network. */
export async function setUpEngine({ isSigned = true } = {}) {
  vi.stubEnv('APP_SECRET', 'a secret of at least 32 characters.')
  vi.stubEnv('NETWORKS', 'imx')
  const database = await openTestDatabase()
  const owner = newAccount()
  const collection = newAddress()
  const network = await openScriptedNetwork({ owner: owner.address, collection })
  onTestFinished(async () => {
    await network.close()
    await database.close()
  })
  const desk = openTestDesk({ database, baseUrl: network.url, collection, owner })
  network.clock.now = desk.work.now
  const operator = await desk.join('operator')
  if (isSigned) await desk.sign()
  return { network, desk, operator, collection }
}

/** A refresh of 20 tokens that the network has taken, and of which it will speak as a test wants. */
export async function setUpTaken() {
  const engine = await setUpEngine()
  const { network, desk, operator } = engine
  network.isSlow = true
  const { id } = await desk.submit(operator, ids(20))
  await desk.doDueWork()
  const [taken] = network.taken
  if (!taken) throw new Error('Nothing was sent')
  return { ...engine, id, taken }
}

export const endSignatures = (db: Awaited<ReturnType<typeof setUpEngine>>['desk']['work']['db']) =>
  db.signature.updateMany({ data: { sealed: null, endedAt: new Date(), endReason: 'deleted' } })
export const ids = (count: number, first = 1) =>
  Array.from({ length: count }, (_, index) => String(first + index))
/** The state of each batch; of one that was sent, how far it is, once that is known. */
export const allStates = (detail: { batches: { state: string; stage: string | null }[] }) =>
  detail.batches.map(({ state, stage }) => stage ?? state)
