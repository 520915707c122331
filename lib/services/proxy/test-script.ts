import 'server-only'
import { createRefreshOperation, findOperation } from '../../networks/imx/dialect/operations.ts'
import { setUpEngine } from '../testing/test-engine.ts'
import { answerScript } from './answer-script.ts'

type Signer = { address: string; signMessage: (what: { message: string }) => Promise<string> }

/** A script on the network of the test engine, with the token of an operator, that signs each request as the SDK does. */
export async function setUpScript(options: { isSigned?: boolean } = {}) {
  const engine = await setUpEngine({ isSigned: false, ...options })
  const { desk, operator, collection } = engine
  const network = desk.work.networks.get('imx')
  const ctx = { ...operator, caller: { kind: 'token', id: 'token', name: 'nightly' } as const }

  const leaving = new AbortController()

  const signatureOf = async (signer: Signer = desk.owner) => {
    const timestamp = String(Math.floor(desk.clock.ms / 1000))
    return {
      'x-imx-eth-address': signer.address,
      'x-imx-eth-timestamp': timestamp,
      'x-imx-eth-signature': await signer.signMessage({ message: timestamp }),
    }
  }

  const post = (headers: Record<string, string>, body: unknown) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const target = '/v1/metadata-refreshes'
    const request = {
      operation: createRefreshOperation,
      target,
      headers,
      body: Buffer.from(text),
      note: 'Night',
      signal: leaving.signal,
    }
    return answerScript(ctx, network, request, 2_000)
  }
  const create = async (tokenIds: unknown[], signer?: Signer) =>
    post(await signatureOf(signer), { collection_address: collection, token_ids: tokenIds })

  const read = async (target: string, headers: Record<string, string> = {}, as = ctx) => {
    const operation = findOperation('GET', target.split('?')[0] ?? '')
    if (!operation) throw new Error(`Nothing reads ${target}`)
    return answerScript(
      as,
      network,
      { operation, target, headers, body: null, note: null, signal: leaving.signal },
      2_000,
    )
  }

  /** The refresh that the history has under this number. */
  const readRefresh = async (number: number | null) => {
    const { id } = await desk.work.db.refresh.findUniqueOrThrow({ where: { number: number ?? 0 } })
    return desk.read(id)
  }
  const countRefreshes = () => desk.work.db.refresh.count()
  return {
    ...engine,
    ctx,
    leave: () => leaving.abort(),
    signatureOf,
    post,
    create,
    read,
    readRefresh,
    countRefreshes,
  }
}

export const text = ({ answer }: { answer: { body: Uint8Array } }) => Buffer.from(answer.body).toString()
