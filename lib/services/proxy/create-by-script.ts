import 'server-only'
import { AppError } from '../../core/app-error.ts'
import type { Address } from '../../domain/networks/address.ts'
import { refreshName } from '../../domain/refreshes/refresh-key.ts'
import type { ForwardedAnswer } from '../../networks/http/forwarding.ts'
import { UpstreamError } from '../../networks/http/upstream-error.ts'
import { recoverSigner } from '../../signatures/recover-signer.ts'
import { requireRole, type ServiceContext } from '../context.ts'
import { leaseMs, sendTimeoutMs } from '../engine/send/send-deadlines.ts'
import type { Network } from '../networks/networks.ts'
import { unreachableForMs } from '../networks/when-reachable.ts'
import { closeRecord } from './close-record.ts'
import { findAskedCollection } from './find-asked-collection.ts'
import { type OpenRecord, openRecord, type Signed } from './open-record.ts'
import { readAsked } from './read-asked.ts'
import { scriptOf } from './script-of.ts'
import { type ScriptAnswer, type ScriptRequest, shownSignature } from './script-request.ts'

/**
 * Sends a script's submission, once, word for word, and keeps the history of it. It is written down before it is sent,
 * unless it names no collection that the network knows: that no network takes.
 */
export async function createByScript(
  ctx: ServiceContext,
  network: Network,
  request: ScriptRequest,
): Promise<ScriptAnswer> {
  requireRole(ctx, 'operator')
  const asked = readAsked(request.body, network.limits.tokensPerRequest)
  const signed = await readSigned(request)
  await requireReachable(network)
  const stored = asked && (await findAskedCollection(ctx, network, asked.collection))
  const { note } = request
  const { answer, record } = await send(ctx, network, request, {
    open: stored && (() => openRecord(ctx, { network, stored, asked, signed, note })),
    owners: [signed?.address, stored?.collection.ownerAddress],
  })
  try {
    const refreshNumber = record && (await closeRecord(ctx, network, record, answer))
    return { answer, ageMs: null, refreshNumber }
  } catch (trouble) {
    // The script must hear what the network said. What is open in our rows is looked for like a lost answer.
    return { answer, ageMs: null, refreshNumber: null, trouble }
  }
}

async function readSigned(request: ScriptRequest): Promise<Signed | null> {
  const signature = shownSignature(request)
  const address = signature && (await recoverSigner(signature))
  return address ? { ...signature, address } : null
}

/** Not even a script's request is sent into silence: its answer would get lost. */
async function requireReachable(network: Network): Promise<void> {
  const waitMs = await unreachableForMs(network)
  if (waitMs === 0) return
  throw new AppError('upstream_unavailable', `${network.name} does not answer. Nothing was sent.`, {
    retryAfterSeconds: Math.ceil(waitMs / 1_000),
  })
}

type Sending = {
  /** Null for what no network takes. */
  open: (() => Promise<OpenRecord>) | null
  owners: (Address | null | undefined)[]
}

async function send(
  ctx: ServiceContext,
  network: Network,
  { target, headers, body, signal }: ScriptRequest,
  { open, owners }: Sending,
): Promise<{ answer: ForwardedAnswer; record: OpenRecord | null }> {
  const timeoutMs = sendTimeoutMs(ctx.rules)
  const written: { record: OpenRecord | null } = { record: null }
  // Not before its turn: whoever waits long for the rate limit would outlive the lease that it is written down with.
  const beforeSend = async () => {
    if (signal.aborted) throw callerLeft()
    const startedMs = performance.now()
    written.record = open && (await open())
    // Others may have taken the lease for over, and the request for lost.
    if (performance.now() - startedMs > leaseMs(ctx.rules) / 2) throw stoodStill()
  }
  try {
    const answer = await scriptOf(network).forward({
      method: 'POST',
      target,
      headers,
      body,
      timeoutMs,
      beforeSend,
    })
    return { answer, ...written }
  } catch (error) {
    const { record } = written
    if (!record || !(error instanceof UpstreamError)) throw error
    throw await toLost(ctx, network, record, error)
  } finally {
    // Also when the answer was lost: then above all a script looks for what has become of it.
    for (const owner of owners) if (owner) network.answers.forget(owner)
  }
}

/** Whoever gave up asks again, and would be served twice. */
const callerLeft = () => new AppError('upstream_unavailable', 'The caller disconnected. Nothing was sent.')

const stoodStill = () =>
  new UpstreamError('The request took too long to start. Nothing was sent.', {
    kind: 'network',
    isWritten: false,
  })

/** What to tell the script when no answer came. */
async function toLost(ctx: ServiceContext, network: Network, record: OpenRecord, error: UpstreamError) {
  // What cannot be written down now is found by the next sweep.
  const number = await closeRecord(ctx, network, record, error).catch(() => record.batch.refreshNumber)
  if (!error.isWritten) return error
  const code = error.kind === 'timeout' ? 'upstream_timeout' : 'upstream_rejected'
  const title = `The answer of ${network.name} was lost, so it may have accepted this request. The desk searches for it (${refreshName(number)}) and does not send it again.`
  return new AppError(code, title, {}, { cause: error })
}
