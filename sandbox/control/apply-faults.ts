import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context, MiddlewareHandler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ApiError } from '../imx/api-error.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Operation } from './faults.ts'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Counts the request, keeps the general limit, and lets the next fault of this operation strike. */
export function faultsFor(sandbox: Sandbox, operation: Operation): MiddlewareHandler {
  return async (c, next) => {
    sandbox.count(operation)
    if (sandbox.settings.latency_ms > 0) await pause(sandbox.settings.latency_ms)
    if (sandbox.isOverRate(sandbox.clock.now()))
      throw new ApiError(429, 'too_many_requests', 'Too many requests')
    const fault = sandbox.faults.take(operation)
    if (!fault) return next()
    if (fault.kind === 'delay') {
      await pause(fault.delay_ms ?? 1_000)
      return next()
    }
    if (fault.kind === 'drop_before') return drop(c)
    if (fault.kind === 'status')
      return c.json(
        fault.body ?? { code: 'fault', message: 'A fault was asked for' },
        (fault.status ?? 500) as ContentfulStatusCode,
      )
    if (fault.kind === 'retired')
      return c.json({ code: 'resource_not_found_code', message: 'This API has been retired' }, 404)
    c.set(
      'isDroppedAfter',
      fault.kind === 'drop_after' || fault.kind === 'no_id' || fault.kind === 'nonsense',
    )
    await next()
    if (fault.kind === 'drop_after') return drop(c)
    const { status, headers } = c.res
    c.res = new Response(fault.kind === 'no_id' ? '{}' : '<html>not what you asked for</html>', {
      status,
      headers,
    })
    return undefined
  }
}

/** Ends the connection without an answer. */
function drop(c: Context): Response {
  ;(c.env as HttpBindings).outgoing.destroy()
  return RESPONSE_ALREADY_SENT
}
