import 'server-only'
import { AppError } from '../../core/app-error.ts'
import { refreshName } from '../../domain/refreshes/refresh-key.ts'
import type { ForwardedAnswer, Start } from '../../networks/http/forwarding.ts'
import { UpstreamError } from '../../networks/http/upstream-error.ts'
import { requireRole, type ServiceContext } from '../context.ts'
import { leaseMs, sendTimeoutMs } from '../engine/send/send-deadlines.ts'
import type { Network } from '../networks/networks.ts'
import { unreachableForMs } from '../networks/when-reachable.ts'
import { closeRecord } from './close-record.ts'
import type { ScriptNetwork } from './get-script-network.ts'
import { type OpenRecord, openRecord } from './open-record.ts'
import { readSubmission, type Submission } from './read-submission.ts'
import type { ScriptAnswer, ScriptRequest } from './script-request.ts'

/**
 * Sends a script's submission, once, word for word, and keeps the history of it. It is written down before it is sent,
 * unless it names no collection that the network knows: that no network takes.
 */
export async function createByScript(
  ctx: ServiceContext,
  network: ScriptNetwork,
  request: ScriptRequest,
): Promise<ScriptAnswer> {
  requireRole(ctx, 'operator')
  await requireReachable(network)
  const submission = await readSubmission(ctx, network, request)
  const { target, headers, body } = request
  const timeoutMs = sendTimeoutMs(ctx.rules)

  const start = await network.script.reserve({ method: 'POST', target, headers, body, timeoutMs })
  const record = await writeDown(ctx, network, submission, request, start)
  const answer = await forward(start, record)
  // Also when the answer was lost: then above all a script looks for what has become of it.
  for (const owner of submission.owners) network.answers.forget(owner)
  const recorded = await recordAnswer(ctx, network, record, answer)

  if (answer instanceof UpstreamError) throw noAnswer(network, record, recorded.refreshNumber, answer)
  return { answer, ageMs: null, ...recorded }
}

/** Not even a script's request is sent into silence: its answer would get lost. */
async function requireReachable(network: Network): Promise<void> {
  const waitMs = await unreachableForMs(network)
  if (waitMs === 0) return
  throw new AppError('upstream_unavailable', `${network.name} does not answer. Nothing was sent.`, {
    retryAfterSeconds: Math.ceil(waitMs / 1_000),
  })
}

type Written = OpenRecord & { isStalled: boolean }

/** Not before its start: whoever waits long for the rate limit would outlive the lease that it is written down with. */
async function writeDown(
  ctx: ServiceContext,
  network: Network,
  { what, signed }: Submission,
  { hasLeft, note }: ScriptRequest,
  start: Start,
): Promise<Written | null> {
  const startedMs = performance.now()
  try {
    // Whoever gave up asks again, and would be served twice.
    if (hasLeft()) throw new AppError('upstream_unavailable', 'The caller disconnected. Nothing was sent.')
    const record = what && (await openRecord(ctx, { network, ...what, signed, note }))
    return record && { ...record, isStalled: performance.now() - startedMs > leaseMs(ctx.rules) / 2 }
  } catch (error) {
    start.giveUp()
    throw error
  }
}

/** What the network said, or why it said nothing. */
async function forward(start: Start, record: Written | null): Promise<ForwardedAnswer | UpstreamError> {
  // Others may have taken its lease for over, and the request for lost.
  if (record?.isStalled) {
    start.giveUp()
    return new UpstreamError('The request took too long to start. Nothing was sent.', {
      kind: 'network',
      isWritten: false,
    })
  }
  try {
    return await start.send()
  } catch (error) {
    if (error instanceof UpstreamError) return error
    throw error
  }
}

/** Whatever goes wrong here, the script must hear what the network said. What is open in our rows is searched for. */
async function recordAnswer(
  ctx: ServiceContext,
  network: ScriptNetwork,
  record: OpenRecord | null,
  answer: ForwardedAnswer | UpstreamError,
): Promise<Pick<ScriptAnswer, 'refreshNumber' | 'trouble'>> {
  try {
    return { refreshNumber: record && (await closeRecord(ctx, network, record, answer)) }
  } catch (trouble) {
    return { refreshNumber: null, trouble }
  }
}

/** What to tell the script when no answer came. */
function noAnswer(network: Network, record: OpenRecord | null, number: number | null, error: UpstreamError) {
  if (!record || !error.isWritten) return error
  const code = error.kind === 'timeout' ? 'upstream_timeout' : 'upstream_rejected'
  const name = refreshName(number ?? record.batch.refreshNumber)
  const title = `The answer of ${network.name} was lost, so it may have accepted this request. The desk searches for it (${name}) and does not send it again.`
  return new AppError(code, title, {}, { cause: error })
}
