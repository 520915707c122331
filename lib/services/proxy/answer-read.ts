import 'server-only'
import { setImmediate } from 'node:timers/promises'
import type { Address } from '../../domain/networks/address.ts'
import type { ForwardedAnswer } from '../../networks/http/forwarding.ts'
import type { Asked } from '../../networks/http/response-cache.ts'
import { signatureAge } from '../../networks/http/signature-window.ts'
import { recoverSigner, type ShownSignature } from '../../signatures/recover-signer.ts'
import type { ServiceContext } from '../context.ts'
import type { Network } from '../networks/networks.ts'
import type { ScriptNetwork } from './get-script-network.ts'
import { keepWatching } from './keep-watching.ts'
import { type ScriptAnswer, type ScriptRequest, shownSignature } from './script-request.ts'

/**
 * What the network answers to a script that reads. Scripts that ask the same within `ttlMs` share an answer; what is for
 * an owner alone is shared only among those who surely are that owner, by signatures that the network itself would take.
 */
export async function answerRead(
  ctx: ServiceContext,
  network: ScriptNetwork,
  request: ScriptRequest,
  { isSigned, ttlMs }: { isSigned: boolean; ttlMs: number },
): Promise<ScriptAnswer> {
  const { target, headers } = request
  const key = `${target} ${headers.accept ?? ''}`
  const ask = async () =>
    (await network.script.reserve({ method: 'GET', target, headers, body: null })).send()
  if (!isSigned) {
    const askForAll = async () => ({ answer: await ask(), isForOthers: true })
    return { ...(await network.answers.read({ owner: '', key, ttlMs }, askForAll)), refreshNumber: null }
  }
  const signature = shownSignature(request)
  if (!signature) return { answer: await ask(), ageMs: null, refreshNumber: null }
  const owner = signature.address.toLowerCase()
  const age = signatureAge(signature.timestamp, network.provider.upstreamNow() ?? ctx.now())
  const prove = once(async () => {
    // What is asked goes out first: recovering a signature takes this thread as long as the network takes to answer.
    await setImmediate()
    return recoverSigner(signature)
  })
  const isOwner = async () => (await prove()) !== null
  const heard = await network.answers.read(
    { owner, key, ttlMs },
    () => askAsOwner(ctx, network, { signature, age, prove }, ask),
    { isOwner, canShare: async () => network.signatures.isAccepted(age) && (await isOwner()) },
  )
  return { ...heard, refreshNumber: null }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

type Shown = { signature: ShownSignature; age: number; prove: () => Promise<Address | null> }

async function askAsOwner(
  ctx: ServiceContext,
  network: Network,
  { signature, age, prove }: Shown,
  ask: () => Promise<ForwardedAnswer>,
): Promise<Asked<ForwardedAnswer>> {
  const [answer, address] = await Promise.all([ask(), prove()])
  if (!address) return { answer, isForOthers: false }
  if (answer.status === 401) network.signatures.note(age, false)
  if (answer.status === 200) {
    network.signatures.note(age, true)
    // The answer does not depend on it, and the script's next signature is as good.
    await keepWatching(ctx, network, { ...signature, address }).catch(() => {})
  }
  return { answer, isForOthers: true }
}
