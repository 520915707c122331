import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { findTokenCaller, showsToken } from '../../auth/access-tokens.ts'
import { AppError } from '../../core/app-error.ts'
import { database } from '../../db/connection/open-database.ts'
import { config } from '../../env/config.ts'
import { createContext, type ServiceContext } from '../../services/context.ts'
import { answerScript } from '../../services/proxy/answer-script.ts'
import type { ScriptAnswer } from '../../services/proxy/script-request.ts'
import { log } from '../log.ts'
import { writeAnswer } from '../write-answer.ts'
import { readScriptBody } from './read-script-body.ts'
import { scriptErrorOf } from './script-error.ts'
import { headersDown, headersUp, readNote } from './script-headers.ts'
import type { ScriptTarget } from './script-target.ts'

/** Longer than any cursor and filter that a network hands out. */
const MAX_TARGET = 8_192

/** Serves scripts that speak Immutable X: what they say goes to the network, what it says comes back. */
export async function serveScript(
  request: IncomingMessage,
  response: ServerResponse,
  { slug, target }: ScriptTarget,
): Promise<void> {
  const { method = '' } = request
  const requestId = crypto.randomUUID()
  try {
    const ctx = await authenticate(request.headers.authorization ?? null, requestId)
    if (target.length > MAX_TARGET) {
      throw new AppError('not_found', 'The desk does not forward requests to this URL.')
    }
    const asked = {
      method,
      target,
      headers: headersUp(request.headers),
      body: method === 'POST' ? await readScriptBody(request) : null,
      note: readNote(request.headers),
      hasLeft: () => response.closed,
    }
    const answered = await answerScript(ctx, slug, asked, config().proxyIntervalMs)
    if (answered.trouble) log.error({ requestId, script: withoutQuery(target), error: answered.trouble })
    passDown(response, answered, requestId)
  } catch (error) {
    const path = `/api/${slug}${withoutQuery(target)}`
    writeAnswer(response, scriptErrorOf(error, { method, path }, requestId))
  }
}

/** By a token alone: a browser that is signed in must not be led to speak to a network by a page. */
async function authenticate(authorization: string | null, requestId: string): Promise<ServiceContext> {
  if (!showsToken(authorization)) {
    throw new AppError('unauthenticated', 'Send an access token of this desk: Authorization: Bearer rd_…')
  }
  const caller = await findTokenCaller(database().prisma, authorization, new Date())
  if (caller) return createContext(caller, requestId)
  throw new AppError('unauthenticated', 'This access token is unknown, expired or revoked.')
}

function passDown(response: ServerResponse, answered: ScriptAnswer, requestId: string): void {
  const { status, body } = answered.answer
  if (status < 200 || status > 599) {
    throw new AppError('upstream_rejected', `The network answered ${status}.`)
  }
  const headers = headersDown(answered, requestId)
  if (status === 204 || status === 304) return void response.writeHead(status, headers).end()
  const said = status === 205 ? new Uint8Array() : body
  response.writeHead(status, [...headers, 'content-length', String(said.byteLength)]).end(said)
}

const withoutQuery = (target: string) => target.split('?')[0] ?? ''
