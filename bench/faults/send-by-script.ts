import { setTimeout as pause } from 'node:timers/promises'
import { privateKeyToAccount } from 'viem/accounts'
import { database } from '../../lib/db/connection/open-database.ts'
import { answerScript } from '../../lib/services/proxy/answer-script.ts'
import { ownerContext } from './arrange.ts'
import type { Case } from './facts.ts'

/** So that some of them are on their way at the time of the first searches. */
const PAUSE_MS = 600
const POLL_MS = 50
/** A first request that was not lost, because the engine was struck before. */
const LONGEST_WAIT_MS = 4_000

/** Once a batch is lost, requests as large as it through the proxy, as a script sends them; each only once. */
export async function sendByScript(given: Case): Promise<void> {
  const ctx = await ownerContext(given)
  const owner = privateKeyToAccount(given.ownerKey)
  const startedMs = performance.now()
  while (!(await isAnyLost()) && performance.now() - startedMs < LONGEST_WAIT_MS) await pause(POLL_MS)
  for (let index = 0; index < given.scriptRequests; index++) {
    const timestamp = String(Math.floor(Date.now() / 1000))
    const body = { collection_address: given.collection, token_ids: scriptTokens(given, index) }
    const request = {
      method: 'POST',
      target: '/v1/metadata-refreshes',
      headers: {
        'content-type': 'application/json',
        'x-imx-eth-address': owner.address,
        'x-imx-eth-timestamp': timestamp,
        'x-imx-eth-signature': await owner.signMessage({ message: timestamp }),
      },
      body: Buffer.from(JSON.stringify(body)),
      note: null,
      hasLeft: () => false,
    }
    const token = { kind: 'token', id: 'token', name: 'script' } as const
    // A lost answer is an error for the script, and here what is looked for.
    await answerScript({ ...ctx, caller: token }, 'imx', request, 0).catch(() => {})
    await pause(PAUSE_MS)
  }
}

const isAnyLost = async () => (await database().prisma.batch.count({ where: { state: 'lost' } })) > 0

/** None that the refresh has, and other ones each time, so that the network tells whose request it took. */
const scriptTokens = ({ tokens, batchSize }: Case, index: number): string[] =>
  Array.from({ length: batchSize }, (_, place) => String(tokens + index * batchSize + place + 1))
