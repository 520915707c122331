import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { AppError } from '../core/app-error.ts'
import { problemOf } from './answer.ts'
import { nothingHere } from './nothing-here.ts'
import { readScriptTarget } from './script/script-target.ts'
import { serveScript } from './script/serve-script.ts'
import { writeAnswer } from './write-answer.ts'

/** Next breaks at others, such as TRACE. */
const PAGE_METHODS = ['GET', 'HEAD']
const API_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
/** Not another host's address, `//host` or `*`: Next would redirect there or break. */
const PATH = /^\/(?![/\\])/

type BeforeNext = (request: IncomingMessage, response: ServerResponse) => boolean
const shared = globalThis as typeof globalThis & { refreshDeskBeforeNext?: BeforeNext }

/** Gives `answerBeforeNext` to the launcher's server (`scripts/lib/serve.mjs`), which is no part of the build. */
export function registerBeforeNext(): void {
  shared.refreshDeskBeforeNext = answerBeforeNext
}

/** Answers scripts, and what Next must not see; false for what is Next's. */
export function answerBeforeNext(request: IncomingMessage, response: ServerResponse): boolean {
  const script = readScriptTarget(request.url ?? '')
  if (script) {
    void serveScript(request, response, script)
    return true
  }
  const refusal = refuse(request)
  if (!refusal) return false
  const { method = '', url: path = '' } = request
  writeAnswer(response, problemOf(refusal, { method, path }, crypto.randomUUID()))
  return true
}

function refuse({ method = '', url = '' }: IncomingMessage): AppError | null {
  const isPath = PATH.test(url)
  const allowed = isPath && !url.startsWith('/api/') ? PAGE_METHODS : API_METHODS
  if (!allowed.includes(method)) {
    const allow = allowed.join(', ')
    return new AppError('method_not_allowed', `This URL accepts only ${allow}.`, { allow })
  }
  return isPath ? null : nothingHere()
}
