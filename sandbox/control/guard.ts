import { timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'

const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/** Only a program on this machine that was told the token: no browser page, no other host's name. */
export function guardControl(token: string): MiddlewareHandler {
  const expected = Buffer.from(`Bearer ${token}`)
  return async (c, next) => {
    const given = Buffer.from(c.req.header('authorization') ?? '')
    const isTold = given.length === expected.length && timingSafeEqual(given, expected)
    if (!isTold)
      return c.json({ code: 'unauthorized', message: 'The control token is missing or wrong' }, 401)
    if (c.req.header('origin')) return c.json({ code: 'forbidden', message: 'Not for browsers' }, 403)
    if (!loopback.test(c.req.header('host') ?? ''))
      return c.json({ code: 'forbidden', message: 'Only through loopback' }, 403)
    const isWrite = c.req.method === 'POST'
    if (isWrite && !c.req.header('content-type')?.startsWith('application/json')) {
      return c.json({ code: 'unsupported_media_type', message: 'JSON only' }, 415)
    }
    return next()
  }
}
