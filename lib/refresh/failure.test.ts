import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyKindOf, causeOf, isRetryableCause, parseCause } from './cause-of.ts'
import { failureBody, KEPT_BODY_BYTES } from './failure-body.ts'

const failure = {
  errorCode: 'invalid_response_status_code',
  httpStatus: 404,
  url: 'https://meta.example.com/wardens/7',
  body: '404 page not found',
}

test('default: a cause is code, status and host, whatever the token', () => {
  const key = causeOf(failure)
  expect(causeOf({ ...failure, url: 'https://meta.example.com/wardens/8', body: 'gone' })).toBe(key)
  expect(causeOf({ ...failure, httpStatus: 500 })).not.toBe(key)
  expect(parseCause(key)).toEqual({
    errorCode: 'invalid_response_status_code',
    httpStatus: 404,
    bodyKind: null,
    host: 'meta.example.com',
  })
})

test('behavior: the body tells unreadable answers apart', () => {
  const unreadable = { ...failure, errorCode: 'unable_to_decode_response', httpStatus: 200 }
  expect(parseCause(causeOf({ ...unreadable, body: '<!doctype html><title>Login' })).bodyKind).toBe('html')
  expect(parseCause(causeOf({ ...unreadable, body: '{"name": ' })).bodyKind).toBe('json')
  expect(['', null, ' <p>', '[1', 'oops'].map(bodyKindOf)).toEqual(['empty', 'empty', 'html', 'json', 'text'])
})

test('behavior: only an unknown token cannot be mended by a retry', () => {
  expect(isRetryableCause(causeOf({ ...failure, errorCode: 'token_not_found' }))).toBe(false)
  expect(isRetryableCause('not_accepted~400~~')).toBe(true)
})

test('behavior: any failure gives a key that fits, reads back and is stable', () => {
  const any = fc.record({
    errorCode: fc.string({ unit: 'binary', maxLength: 400 }),
    httpStatus: fc.option(fc.integer({ min: 0, max: 999 })),
    url: fc.option(fc.oneof(fc.webUrl(), fc.string())),
    body: fc.option(fc.string()),
  })
  fc.assert(
    fc.property(any, (one) => {
      const key = causeOf(one)
      expect(key.length).toBeLessThanOrEqual(300)
      const facts = parseCause(key)
      expect(facts.httpStatus).toBe(one.httpStatus)
      const rebuilt = [facts.errorCode, facts.httpStatus ?? '', facts.bodyKind ?? '', facts.host ?? '']
      expect(rebuilt.join('~')).toBe(key)
    }),
  )
})

test('default: a short body is kept as it is', () => {
  expect(failureBody('héllo')).toEqual({ body: 'héllo', bodyBytes: 6, isTruncated: false })
  expect(failureBody(null)).toEqual({ body: null, bodyBytes: 0, isTruncated: false })
  expect(failureBody('a\0b').body).toBe('a\uFFFDb')
})

test('behavior: a long body is cut between characters, and its whole length is known', () => {
  fc.assert(
    fc.property(fc.constantFrom('a', 'é', '€', '😀'), fc.nat(5), (character, shift) => {
      const text = 'x'.repeat(shift) + character.repeat(20_000)
      const { body, bodyBytes, isTruncated } = failureBody(text)
      expect(isTruncated).toBe(true)
      expect(bodyBytes).toBe(Buffer.byteLength(text))
      expect(text.startsWith(body ?? '?')).toBe(true)
      const kept = Buffer.byteLength(body ?? '')
      expect(kept).toBeLessThanOrEqual(KEPT_BODY_BYTES)
      expect(kept).toBeGreaterThan(KEPT_BODY_BYTES - 4)
    }),
  )
})

test('behavior: whatever is received can be stored', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { body } = failureBody(text)
      expect(body).not.toContain('\0')
      expect(body?.isWellFormed()).toBe(true)
    }),
  )
})
