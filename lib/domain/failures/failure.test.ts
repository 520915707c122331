import fc from 'fast-check'
import { expect, test } from 'vitest'
import { causeOf } from './cause-of.ts'
import { explainFailure } from './explain-failure.ts'
import { failureBody, KEPT_BODY_BYTES } from './failure-body.ts'
import { isRetryableCause, parseCause } from './parse-cause.ts'

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
    fault: null,
    host: 'meta.example.com',
  })
})

test('behavior: the body tells unreadable answers apart', () => {
  const unreadable = { ...failure, errorCode: 'unable_to_decode_response', httpStatus: 200 }
  const faultOf = (body: string | null) => parseCause(causeOf({ ...unreadable, body })).fault
  const bodies = ['<!doctype html><title>Login', '{"name": ', '', null, '[1]', 'oops', '{"name":"Relic"}']
  expect(bodies.map(faultOf)).toEqual(['html', 'cut_off', 'empty', null, 'list', 'text', 'wrong_type'])
})

test('behavior: a page in front of an API is another cause than a refusal of the API itself', () => {
  const check = '<!doctype html><title>Just a moment...</title>'
  const faultOf = (httpStatus: number, body: string) =>
    parseCause(causeOf({ ...failure, httpStatus, body })).fault
  expect([faultOf(403, check), faultOf(403, '{"error":"key"}'), faultOf(500, check)]).toEqual([
    'bot_check',
    null,
    null,
  ])
})

test('behavior: keys of older versions stay readable', () => {
  const faultOf = (key: string) => parseCause(key).fault
  expect(
    ['html', 'empty', 'text', 'json'].map((old) => faultOf(`unable_to_decode_response~200~${old}~x`)),
  ).toEqual(['html', 'empty', 'text', null])
})

test('default: a failure is explained by what is kept of its body', () => {
  const explain = (body: string, { errorCode = 'unable_to_decode_response', httpStatus = 200 } = {}) => {
    const cause = causeOf({ errorCode, httpStatus, url: failure.url, body })
    return explainFailure({ cause, url: failure.url, httpStatus, ...failureBody(body) })
  }
  expect(explain('{"power": NaN}')).toEqual([{ kind: 'bad_number', line: 1, column: 11, word: 'NaN' }])
  expect(explain('{"name":"Relic"')).toEqual([{ kind: 'cut_off', bytes: 15 }])
  expect(explain('', { errorCode: 'unable_to_retrieve_metadata' })).toEqual([])
  const moved = { errorCode: 'invalid_response_status_code', httpStatus: 301 }
  expect(explain('<a href="/wardens/7/">moved</a>', moved)).toEqual([
    { kind: 'redirect', target: 'https://meta.example.com/wardens/7/' },
  ])
})

test('behavior: what the desk itself cut off is not said of the answer', () => {
  const long = (end: string) => `{"lore":"${'x'.repeat(2 * KEPT_BODY_BYTES)}${end}`
  const explain = (body: string) => {
    const cause = causeOf({ ...failure, errorCode: 'unable_to_decode_response', httpStatus: 200, body })
    return explainFailure({ cause, url: null, httpStatus: 200, ...failureBody(body) })
  }
  expect(explain(long('"}'))).toEqual([])
  expect(explain(long(''))).toEqual([{ kind: 'cut_off', bytes: 2 * KEPT_BODY_BYTES + 9 }])
})

test('behavior: only an unknown token cannot be mended by a retry', () => {
  expect(isRetryableCause(causeOf({ ...failure, errorCode: 'token_not_found' }))).toBe(false)
  expect(isRetryableCause('not_accepted~400~~')).toBe(true)
})

test('behavior: any failure gives a key that fits, reads back and is stable', () => {
  const any = fc.record({
    errorCode: fc.string({ unit: 'binary', maxLength: 400 }),
    httpStatus: fc.option(fc.integer({ min: 100, max: 999 })),
    url: fc.option(fc.oneof(fc.webUrl(), fc.string())),
    body: fc.option(fc.string()),
  })
  fc.assert(
    fc.property(any, (one) => {
      const key = causeOf(one)
      expect(key.length).toBeLessThanOrEqual(300)
      const facts = parseCause(key)
      expect(facts.httpStatus).toBe(one.httpStatus)
      const rebuilt = [facts.errorCode, facts.httpStatus ?? '', facts.fault ?? '', facts.host ?? '']
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
