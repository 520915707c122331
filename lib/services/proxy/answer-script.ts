import 'server-only'
import { AppError } from '../../core/app-error.ts'
import { UpstreamError } from '../../networks/http/upstream-error.ts'
import type { ServiceContext } from '../context.ts'
import { answerRead } from './answer-read.ts'
import { createByScript } from './create-by-script.ts'
import { getScriptNetwork } from './get-script-network.ts'
import type { ScriptAnswer, ScriptRequest } from './script-request.ts'

/**
 * What the network of `/api/<slug>` answers to a script, whatever that is: an error is only that it gave no answer, and
 * `not_found` for what is not passed on. Any member may read; a submission needs an operator.
 */
export async function answerScript(
  ctx: ServiceContext,
  slug: string,
  request: ScriptRequest,
  intervalMs: number,
): Promise<ScriptAnswer> {
  const network = getScriptNetwork(ctx, slug)
  const { method, target } = request
  const operation = network.script.findOperation(method, target.split('?')[0] ?? '')
  if (!operation) throw new AppError('not_found', `The desk does not forward ${method} requests to this URL.`)
  try {
    return operation.isSubmission
      ? await createByScript(ctx, network, request)
      : await answerRead(ctx, network, request, { isSigned: operation.isSigned, ttlMs: intervalMs })
  } catch (error) {
    throw error instanceof UpstreamError ? toNoAnswer(error, network.name) : error
  }
}

function toNoAnswer(error: UpstreamError, name: string): AppError {
  const { kind, isWritten, retryAfterSeconds } = error
  const meta = retryAfterSeconds === null ? {} : { retryAfterSeconds }
  const options = { cause: error }
  if (kind === 'rate_limited') {
    return new AppError('rate_limited', `Too many requests to ${name} are already waiting.`, meta, options)
  }
  if (!isWritten) {
    const title = `${name} does not answer. Nothing was sent.`
    return new AppError('upstream_unavailable', title, meta, options)
  }
  if (kind === 'timeout')
    return new AppError('upstream_timeout', `${name} did not answer in time.`, {}, options)
  return new AppError('upstream_rejected', `${name}’s answer could not be read.`, {}, options)
}
