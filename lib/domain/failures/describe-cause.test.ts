import { describe, expect, test } from 'vitest'
import { describeFault } from '../../networks/origin/describe-fault.ts'
import { FaultKind } from '../../networks/origin/finding-schema.ts'
import { causeDetail } from './cause-detail.ts'
import { causeOf } from './cause-of.ts'
import { describeCause } from './describe-cause.ts'
import { errorCodes } from './error-codes.ts'
import { parseCause } from './parse-cause.ts'

const unreadableKinds = FaultKind.options.filter((kind) => describeFault(kind) !== undefined)
const cause = (
  errorCode: string,
  httpStatus: number | null,
  fault: ReturnType<typeof parseCause>['fault'] = null,
) => ({
  errorCode,
  httpStatus,
  fault,
})
const refused = (status: number, fault?: ReturnType<typeof parseCause>['fault']) =>
  describeCause(cause('invalid_response_status_code', status, fault))

test.each([
  [301, 'Your metadata API redirects: 301 Moved Permanently', /slash/],
  [403, 'Your metadata API answered 403 Forbidden', /Make the URL public/],
  [404, 'Your metadata API answered 404 Not Found', /published/],
  [410, 'Your metadata API answered 410 Gone', /published/],
  [415, 'Your metadata API answered 415 Unsupported Media Type', /extra headers/],
  [429, 'Your metadata API is rate limiting: 429 Too Many Requests', /rate limit/],
  [500, 'Your metadata API answered 500 Internal Server Error', /log/],
  [503, 'Your metadata API answered 503 Service Unavailable', /maintenance/],
  [504, 'Your metadata API answered 504 Gateway Timeout', /many requests at once/],
  [204, 'Your metadata API answered 204 No Content', /answer 200/],
  [599, 'Your metadata API answered 599', /log/],
])('default: %i has its own words and the advice of its class', (status, title, advice) => {
  const words = refused(status)
  expect(words.title).toBe(title)
  expect(words.advice).toMatch(advice)
  if (status !== 404 && status !== 410) expect(`${words.what} ${words.advice}`).not.toMatch(/404|published/)
})

test('behavior: who answered in place of the API is said', () => {
  expect(refused(403, 'bot_check').title).toBe('A bot protection page answered 403 Forbidden')
  expect(refused(503, 'html').title).toBe('A web page answered 503 Service Unavailable')
  expect(refused(403, 'xml').title).toBe('An object store answered 403 Forbidden')
})

describe('behavior: no two causes of one list have the same words', () => {
  const statuses = [null, ...Array.from({ length: 500 }, (_, at) => at + 100)]
  const guarding = [null, 'bot_check', 'html', 'xml'] as const
  const all = [
    ...statuses.flatMap((status) =>
      guarding.map((fault) => cause('invalid_response_status_code', status, fault)),
    ),
    ...[null, ...unreadableKinds].map((fault) => cause('unable_to_decode_response', 200, fault)),
    ...Object.keys(errorCodes).map((code) => cause(code, 200)),
    cause('not_accepted', 400),
    cause('not_accepted', 413),
    cause('unheard_of', null),
    cause('unheard_of_too', null),
  ].filter((one, at, list) => list.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === at)

  test('title and detail together', () => {
    const words = all
      .filter(({ httpStatus, fault }) => httpStatus !== null || fault === null)
      .map((one) => `${describeCause(one).title}: ${causeDetail({ ...one, host: 'x.example' })}`)
    expect(new Set(words).size).toBe(words.length)
  })

  test('of unreadable answers the title alone', () => {
    const titles = unreadableKinds.map(
      (fault) => describeCause(cause('unable_to_decode_response', 200, fault)).title,
    )
    expect(new Set(titles).size).toBe(unreadableKinds.length)
  })

  test('and of two addresses, the host', () => {
    const [one, other] = ['a', 'b'].map((host) =>
      parseCause(
        causeOf({
          errorCode: 'invalid_response_status_code',
          httpStatus: 404,
          url: `https://${host}.example/1`,
          body: '',
        }),
      ),
    )
    expect(one && causeDetail(one)).not.toBe(other && causeDetail(other))
  })
})
