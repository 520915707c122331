import { createRequire } from 'node:module'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestWorld } from './testing/world.ts'

/** What the walkthrough's snippets use; the package's own types do not load beside TypeScript 7 and ethers 5. */
type RefreshRow = {
  refresh_id: string
  status: string
  collection_address: string
  started_at: string
  completed_at: string | null
}
type Sdk = {
  Config: { SANDBOX: { ethConfiguration: object }; createConfig(options: object): object }
  ImmutableX: new (
    config: object,
  ) => {
    listAssets(query: object): Promise<{ result: { token_id: string }[]; cursor: string; remaining: number }>
    createMetadataRefresh(signer: object, request: object): Promise<{ refresh_id: string }>
    getMetadataRefreshResults(
      signer: object,
      id: string,
    ): Promise<RefreshRow & { summary: { succeeded: number; failed: number; pending: number } }>
    getMetadataRefreshErrors(
      signer: object,
      id: string,
    ): Promise<{ result: { token_id: string; error_code: string }[]; remaining: number }>
    listMetadataRefreshes(
      signer: object,
      collection?: string,
    ): Promise<{ result: RefreshRow[]; remaining: number }>
  }
}

const load = createRequire(import.meta.url)
const { ImmutableX, Config } = load('@imtbl/core-sdk') as Sdk
const { Wallet } = load('@ethersproject/wallet') as {
  Wallet: { createRandom(): { address: string; signMessage(message: string): Promise<string> } }
}

let world: Awaited<ReturnType<typeof startTestWorld>>
beforeAll(async () => {
  world = await startTestWorld()
})
afterAll(() => world?.sandbox.stop())

async function setUp() {
  const ethSigner = Wallet.createRandom()
  const basePath = world.sandbox.imxUrl
  const client = new ImmutableX(Config.createConfig({ ...Config.SANDBOX.ethConfiguration, basePath }))
  const { address } = await world.makeCollection(ethSigner.address, 5, { 2: 'not_found', 4: 'html' })
  return { ethSigner, client, address }
}

test('default: the official SDK runs every step of the walkthrough', async () => {
  const { ethSigner, client, address } = await setUp()
  const assets = await client.listAssets({ pageSize: 5, collection: address })
  expect(assets).toMatchObject({ cursor: expect.any(String), remaining: 0 })
  const tokenIds = assets.result.map((asset) => asset.token_id)
  expect(tokenIds.toSorted()).toEqual(['1', '2', '3', '4', '5'])

  const request = { collection_address: address, token_ids: tokenIds }
  const { refresh_id } = await client.createMetadataRefresh(ethSigner, request)
  await world.settled(refresh_id, await signAsSdk(ethSigner))
  const results = await client.getMetadataRefreshResults(ethSigner, refresh_id)
  expect(results).toEqual({
    refresh_id,
    status: 'completed',
    collection_address: address,
    started_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/),
    completed_at: expect.any(String),
    summary: { succeeded: 3, failed: 2, pending: 0 },
  })

  const errors = await client.getMetadataRefreshErrors(ethSigner, refresh_id)
  expect(errors.result.toSorted((a, b) => Number(a.token_id) - Number(b.token_id))).toEqual([
    {
      token_id: '2',
      collection_address: address,
      client_token_metadata_url: expect.stringMatching(/\/2$/),
      client_response_status_code: 404,
      client_response_body: expect.stringContaining('not_found'),
      error_code: 'invalid_response_status_code',
      created_at: expect.any(String),
    },
    expect.objectContaining({ token_id: '4', error_code: 'unable_to_decode_response' }),
  ])

  const second = await client.createMetadataRefresh(ethSigner, request)
  const refreshes = await client.listMetadataRefreshes(ethSigner, address)
  expect(refreshes.result.map((row) => row.refresh_id)).toEqual([second.refresh_id, refresh_id])
  expect(refreshes.result[1]).not.toHaveProperty('summary')
})

test('error: the SDK reads the code and message of a refusal', async () => {
  const { client, address } = await setUp()
  const request = { collection_address: address, token_ids: ['1'] }
  const refused = client.createMetadataRefresh(Wallet.createRandom(), request)
  await expect(refused).rejects.toMatchObject({ code: 'forbidden', message: expect.any(String) })
})

test('behavior: the SDK may send empty parameters, as its own examples do', async () => {
  const { client, address } = await setUp()
  const query = { collection: address, cursor: '', status: '', name: '', user: '', metadata: '' }
  expect((await client.listAssets(query)).result).toHaveLength(5)
})

async function signAsSdk(signer: { address: string; signMessage(message: string): Promise<string> }) {
  const timestamp = String(Math.floor(Date.now() / 1_000))
  return {
    'x-imx-eth-signature': await signer.signMessage(timestamp),
    'x-imx-eth-timestamp': timestamp,
    'x-imx-eth-address': signer.address,
  }
}
