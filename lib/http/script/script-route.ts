import 'server-only'
import { findTokenCaller, showsToken } from '../../auth/access-tokens.ts'
import { AppError } from '../../core/app-error.ts'
import { database } from '../../db/connection/open-database.ts'
import { NetworkSlug } from '../../domain/networks/network-slug.ts'
import { config } from '../../env/config.ts'
import { createContext, type ServiceContext } from '../../services/context.ts'
import { answerScript, findProxied, findScriptOperation } from '../../services/proxy/answer-script.ts'
import { problemAnswer } from '../answer.ts'
import { log } from '../log.ts'
import { readBytes } from '../read-body.ts'
import { readAllowed, readRawTarget } from './raw-target.ts'
import { scriptErrorAnswer } from './script-error.ts'
import { headersDown, headersUp, readNote } from './script-headers.ts'

/** What the network itself would take: a thousand of the longest ids fit many times over. */
const MAX_BODY_BYTES = 1024 * 1024
/** Longer than any cursor and filter that a network hands out. */
const MAX_TARGET = 8_192

/** A handler for scripts that speak Immutable X: what they say goes to the network, what it says comes back. */
export async function scriptRoute(request: Request, slug: string): Promise<Response> {
  const requestId = crypto.randomUUID()
  if (!NetworkSlug.safeParse(slug).success) return problemAnswer(nothingHere(request), request, requestId)
  try {
    const ctx = await authenticate(request, requestId)
    const network = findProxied(ctx, slug)
    if (!network) throw new AppError('not_found', 'This network is not enabled here.')
    const { method, target } = readTarget(request, slug)
    const operation = findScriptOperation(method, target)
    const body = operation.method === 'POST' ? await readBytes(request, MAX_BODY_BYTES) : null
    const headers = headersUp(request.headers)
    const { signal } = request
    const asked = { operation, target, headers, body, note: readNote(request.headers), signal }
    const answered = await answerScript(ctx, network, asked, config().proxyIntervalMs)
    if (answered.trouble) log.error({ requestId, script: target.split('?')[0], error: answered.trouble })
    const { status, body: said } = answered.answer
    if (status < 200 || status > 599)
      throw new AppError('upstream_rejected', `The network answered ${status}.`)
    const down = headersDown(answered, requestId)
    return new Response(isEmpty(status) ? null : toStream(said), { status, headers: down })
  } catch (error) {
    return scriptErrorAnswer(error, request, requestId)
  }
}

/** An address under which there is neither the desk's own API nor a network, or a method that it does not take. */
export function nothingHere(request: Request): AppError {
  const allow = readAllowed(request)
  if (allow) return new AppError('method_not_allowed', `This URL accepts only ${allow}.`, { allow })
  return new AppError('not_found', 'There is nothing at this URL.')
}

const isEmpty = (status: number) => [204, 205, 304].includes(status)

/** A response that is given bytes copies them first, and pages of assets are large. */
const toStream = (bytes: Uint8Array) =>
  new ReadableStream({
    start: (controller) => {
      controller.enqueue(bytes)
      controller.close()
    },
  })

/** By a token alone: a browser that is signed in must not be led to speak to a network by a page. */
async function authenticate(request: Request, requestId: string): Promise<ServiceContext> {
  const authorization = request.headers.get('authorization')
  if (!showsToken(authorization)) {
    throw new AppError('unauthenticated', 'Send an access token of this desk: Authorization: Bearer rd_…')
  }
  const caller = await findTokenCaller(database().prisma, authorization, new Date())
  if (caller) return createContext(caller, requestId)
  throw new AppError('unauthenticated', 'This access token is unknown, expired or revoked.')
}

function readTarget(request: Request, slug: string): { method: string; target: string } {
  const raw = readRawTarget(request, slug)
  if (raw && raw.target.length <= MAX_TARGET) return raw
  throw new AppError('not_found', 'The desk does not forward requests to this URL.')
}
