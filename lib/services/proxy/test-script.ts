import 'server-only'
import { setUpEngine } from '../testing/test-engine.ts'
import { answerScript } from './answer-script.ts'

type Signer = { address: string; signMessage: (what: { message: string }) => Promise<string> }

/** A script on the network of the test engine, with the token of an operator, that signs each request as the SDK does. */
export async function setUpScript(options: { isSigned?: boolean } = {}) {
  const engine = await setUpEngine({ isSigned: false, ...options })
  const { desk, operator, collection } = engine
  const ctx = { ...operator, caller: { kind: 'token', id: 'token', name: 'nightly' } as const }

  let isGone = false
  const hasLeft = () => isGone

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
      method: 'POST',
      target,
      headers,
      body: Buffer.from(text),
      note: 'Night',
      hasLeft,
    }
    return answerScript(ctx, 'imx', request, 2_000)
  }
  const create = async (tokenIds: unknown[], signer?: Signer) =>
    post(await signatureOf(signer), { collection_address: collection, token_ids: tokenIds })

  const read = async (target: string, headers: Record<string, string> = {}, as = ctx) => {
    return answerScript(as, 'imx', { method: 'GET', target, headers, body: null, note: null, hasLeft }, 2_000)
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
    leave: () => {
      isGone = true
    },
    signatureOf,
    post,
    create,
    read,
    readRefresh,
    countRefreshes,
  }
}

export const text = ({ answer }: { answer: { body: Uint8Array } }) => Buffer.from(answer.body).toString()
