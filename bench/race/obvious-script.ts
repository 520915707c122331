import { createRequire } from 'node:module'

type Status = { status: string; completed_at: string | null }
type Signer = { address: string; signMessage(message: string): Promise<string> }
/** What the script uses of the official SDK; the package's own types do not load beside TypeScript 7 and ethers 5. */
type Sdk = {
  Config: { SANDBOX: { ethConfiguration: object }; createConfig(options: object): object }
  ImmutableX: new (
    config: object,
  ) => {
    createMetadataRefresh(signer: Signer, request: object): Promise<{ refresh_id: string }>
    getMetadataRefreshResults(signer: Signer, id: string): Promise<Status>
  }
}

const load = createRequire(import.meta.url)
const MOST_TOKENS = 1_000
const POLL_MS = 1_000

type Job = { imxUrl: string; key: string; collection: string; ids: string[] }

/**
 * What a studio writes in an afternoon with the official Core SDK: submit a thousand at a time, ask for each once a
 * second until it is completed. Returns how often the wallet had to sign, and when the script saw the end.
 */
export async function runObviousScript({ imxUrl, key, collection, ids }: Job) {
  const { ImmutableX, Config } = load('@imtbl/core-sdk') as Sdk
  const { Wallet } = load('@ethersproject/wallet') as { Wallet: new (key: string) => Signer }
  const wallet = new Wallet(key)
  let signatures = 0
  const signer: Signer = {
    address: wallet.address,
    signMessage: (message) => {
      signatures++
      return wallet.signMessage(message)
    },
  }
  Object.assign(signer, { getAddress: async () => wallet.address })
  const client = new ImmutableX(Config.createConfig({ ...Config.SANDBOX.ethConfiguration, basePath: imxUrl }))
  const waits: Promise<void>[] = []
  for (let from = 0; from < ids.length; from += MOST_TOKENS) {
    const token_ids = ids.slice(from, from + MOST_TOKENS)
    const { refresh_id } = await client.createMetadataRefresh(signer, {
      collection_address: collection,
      token_ids,
    })
    waits.push(untilCompleted(() => client.getMetadataRefreshResults(signer, refresh_id)))
  }
  await Promise.all(waits)
  return { signatures, endedAt: Date.now() }
}

async function untilCompleted(ask: () => Promise<Status>) {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    if ((await ask()).status === 'completed') return
  }
}
