import 'server-only'
import type { z } from 'zod'
import { findTokenCaller, showsToken, type TokenCaller } from '../auth/access-tokens.ts'
import { findSession, type Session } from '../auth/session.ts'
import { AppError } from '../core/app-error.ts'
import { database } from '../db/connection/open-database.ts'
import type { Role } from '../domain/team/model.ts'
import { config } from '../env/config.ts'
import { createContext, requireRole, type ServiceContext } from '../services/context.ts'
import { answer, problemAnswer } from './answer.ts'
import { inTurn } from './in-turn.ts'
import { parseInput, readQuery } from './parse-input.ts'
import { type BodyLimit, parseBody, readJsonBytes } from './read-body.ts'
import { checkSameOrigin } from './same-origin.ts'
import { answerHeaders } from './security-headers.ts'

type Contract<P, Q, B, R> = {
  params?: z.ZodType<P>
  query?: z.ZodType<Q>
  body?: z.ZodType<B>
  /** The answer's shape; `z.undefined()` sends 204. A handler that returns a Response (a stream) skips it. */
  response: z.ZodType<R>
  status?: number
  /** For bodies larger than usual. */
  bodyLimit?: BodyLimit
}
type PrivateContract<P, Q, B, R> = Contract<P, Q, B, R> & { role?: Role }

type Input<P, Q, B> = {
  params: P
  query: Q
  body: B
  request: Request
  /** Headers that go out with the answer, such as cookies. */
  headers: Headers
}
type PublicInput<P, Q, B> = Input<P, Q, B> & { session: Session | null }
type PrivateInput<P, Q, B> = Input<P, Q, B> & { ctx: ServiceContext }

type NextContext = { params: Promise<Record<string, string | string[] | undefined>> }
type Handler = (request: Request, next: NextContext) => Promise<Response>

const DEFAULT_BODY: BodyLimit = { bytes: 64 * 1024 }

/** A handler for members: session, role, parsing, response check and error mapping happen here, and nowhere else. */
export function route<R, P = undefined, Q = undefined, B = undefined>(
  contract: PrivateContract<P, Q, B, R>,
  handler: (input: PrivateInput<P, Q, B>) => Promise<R | Response>,
): Handler {
  return handle(contract, async ({ requestId, request, readInput }) => {
    const ctx = createContext(await findCaller(request), requestId)
    requireRole(ctx, contract.role ?? 'viewer')
    return handler({ ctx, ...(await readInput(ctx.member.id)) })
  })
}

/** A handler for everybody, signed in or not. */
export function publicRoute<R, P = undefined, Q = undefined, B = undefined>(
  contract: Contract<P, Q, B, R>,
  handler: (input: PublicInput<P, Q, B>) => Promise<R | Response>,
): Handler {
  return handle(contract, async ({ request, readInput }) =>
    handler({ session: await findBrowser(request), ...(await readInput()) }),
  )
}

const findBrowser = (request: Request): Promise<Session | null> =>
  findSession(database().prisma, request.headers.get('cookie'), new Date())

/** A request that shows a token is judged by it alone, whatever cookie comes along; other credentials are not ours. */
async function findCaller(request: Request): Promise<Session | TokenCaller> {
  const authorization = request.headers.get('authorization')
  if (showsToken(authorization)) {
    const caller = await findTokenCaller(database().prisma, authorization, new Date())
    if (caller) return caller
    throw new AppError('unauthenticated', 'This access token is unknown, expired or revoked.', {
      reason: 'token',
    })
  }
  const session = await findBrowser(request)
  if (session) return session
  throw new AppError(
    'unauthenticated',
    authorization === null
      ? 'Sign in first.'
      : 'Sign in first, or send an access token of this desk: Authorization: Bearer rd_…',
  )
}

type Call<P, Q, B> = {
  requestId: string
  request: Request
  /** Large bodies of one caller are parsed one after the other. */
  readInput: (caller?: string) => Promise<Input<P, Q, B>>
}

function handle<P, Q, B, R>(
  contract: Contract<P, Q, B, R>,
  act: (call: Call<P, Q, B>) => Promise<R | Response>,
): Handler {
  return async (request, next) => {
    const requestId = crypto.randomUUID()
    try {
      checkSameOrigin(request, config().origins)
      const headers = new Headers({ 'x-request-id': requestId, ...answerHeaders })
      const readInput = async (caller?: string) => ({
        params: parseInput(contract.params, await next.params),
        query: parseInput(contract.query, readQuery(request.url)),
        body: await readInputBody(contract, request, caller),
        request,
        headers,
      })
      const result = await act({ requestId, request, readInput })
      return answer(result, contract.response, contract.status ?? 200, headers)
    } catch (error) {
      return problemAnswer(error, request, requestId)
    }
  }
}

async function readInputBody<P, Q, B, R>(
  { body, bodyLimit }: Contract<P, Q, B, R>,
  request: Request,
  caller: string | undefined,
): Promise<B> {
  if (!body) return parseInput(body, undefined)
  const limit = bodyLimit ?? DEFAULT_BODY
  // Before its turn: a body that is slow to arrive holds up nothing.
  const bytes = await readJsonBytes(request, limit.bytes)
  const parse = async () => parseInput(body, await parseBody(bytes, limit))
  return bodyLimit && caller !== undefined ? inTurn(caller, parse) : parse()
}
