import 'server-only'
import { AppError } from '../../core/app-error.ts'
import { UpstreamError } from '../../networks/http/upstream-error.ts'
import { createRefreshOperation, findOperation } from '../../networks/imx/dialect/operations.ts'
import type { ServiceContext, WorkContext } from '../context.ts'
import type { Network } from '../networks/networks.ts'
import { answerRead } from './answer-read.ts'
import { createByScript } from './create-by-script.ts'
import type { ScriptAnswer, ScriptRequest } from './script-request.ts'

/** What of a network a script asks for; throws `not_found` for everything that is not passed on. */
export function findScriptOperation(method: string, target: string): ScriptRequest['operation'] {
  const operation = findOperation(method, target.split('?')[0] ?? '')
  if (operation) return operation
  throw new AppError('not_found', `The desk does not forward ${method} requests to this URL.`)
}

/** The network that `/api/<slug>` means; `imx` is the first one where none of that very name is switched on. */
export function findProxied({ networks }: Pick<WorkContext, 'networks'>, slug: string): Network | null {
  return networks.find(slug) ?? (slug === 'imx' ? (networks.list()[0] ?? null) : null)
}

/**
 * Any member may read; a submission needs an operator. Whatever the network answers is no error here; that it gave no
 * answer is.
 */
export async function answerScript(
  ctx: ServiceContext,
  network: Network,
  request: ScriptRequest,
  intervalMs: number,
): Promise<ScriptAnswer> {
  try {
    return request.operation === createRefreshOperation
      ? await createByScript(ctx, network, request)
      : await answerRead(ctx, network, request, intervalMs)
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
