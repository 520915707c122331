import { onTestFinished, vi } from 'vitest'
import { newWallet, sign, startTestWorld } from '../../../sandbox/testing/world.ts'
import { openTestDatabase } from '../../db/connection/test-database.ts'
import { Address } from '../../domain/networks/address-schema.ts'
import { openTestDesk } from './test-desk.ts'

/** A desk with an operator and a signing owner, and a collection of so many tokens on a sandbox of its own. */
export async function openTestCollection(tokens: number) {
  vi.stubEnv('APP_SECRET', 'a secret of at least 32 characters.')
  vi.stubEnv('NETWORKS', 'imx')
  const world = await startTestWorld()
  vi.stubEnv('IMX_BASE_URL', world.sandbox.imxUrl)
  vi.stubEnv('IMX_REQUESTS_PER_SECOND', '0')
  const database = await openTestDatabase()
  onTestFinished(async () => {
    await world.sandbox.stop()
    await database.close()
  })
  const owner = newWallet()
  const collection = Address.parse((await world.makeCollection(owner.address, tokens)).address)
  const open = () => openTestDesk({ database, baseUrl: world.sandbox.imxUrl, collection, owner })
  const desk = open()
  await desk.sign()
  const operator = await desk.join('operator')

  /** The studio changes tokens and has the network take it over: for the network they changed just now. */
  const changeTokens = async (token_ids: string[], name: string): Promise<void> => {
    await world.control('POST', '/metadata', { collection_address: collection, token_ids, patch: { name } })
    const headers = await sign(owner)
    const { body } = await world.submit(headers, collection, token_ids)
    await world.settled(body.refresh_id, headers)
  }
  const key = { network: 'imx', address: collection } as const
  return { world, database, desk, open, operator, collection, key, changeTokens }
}
