import 'server-only'
import { recoverSigner } from '../../auth/recover-signer.ts'
import { signatureAge } from '../../immutable/signature-window.ts'
import type { ServiceContext } from '../context.ts'
import type { Network } from '../networks.ts'
import { keepWatching } from './keep-watching.ts'
import { type ScriptAnswer, type ScriptRequest, shownSignature } from './script-request.ts'

/**
 * What the network answers to a script that reads. Scripts that ask the same within `ttlMs` share an answer; what is for
 * an owner alone is shared only with who surely is that owner, by a signature that the network itself would take.
 */
export async function answerRead(
  ctx: ServiceContext,
  network: Network,
  request: ScriptRequest,
  ttlMs: number,
): Promise<ScriptAnswer> {
  const { target, headers, operation } = request
  const ask = () => network.client.pass({ method: 'GET', target, headers, body: null })
  const share = (owner: string, askFirst: typeof ask) =>
    network.answers.read({ owner, key: `${target} ${headers.accept ?? ''}`, ttlMs }, askFirst)
  if (!operation.isSigned) return { ...(await share('', ask)), refreshNumber: null }

  const signature = shownSignature(request)
  const owner = signature && (await recoverSigner(signature))
  if (!owner) return { answer: await ask(), ageMs: null, refreshNumber: null }
  const age = signatureAge(signature.timestamp, network.client.upstreamNow() ?? ctx.now())
  const askAndLearn = async () => {
    const answer = await ask()
    if (answer.status === 200) network.signatures.note(age, true)
    else if (answer.status === 401) network.signatures.note(age, false)
    if (answer.status === 200) await keepWatching(ctx, network, { ...signature, address: owner })
    return answer
  }
  if (network.signatures.isAccepted(age)) {
    return { ...(await share(owner, askAndLearn)), refreshNumber: null }
  }
  return { answer: await askAndLearn(), ageMs: null, refreshNumber: null }
}
