import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AnswerFacts, type AnswerSituation, ofScript } from '../../../domain/batches/outcome.ts'
import { interpretAnswer } from './interpret-answer.ts'

const now = new Date('2026-11-24T14:26:00Z')
const reset = new Date('2026-11-24T15:00:00Z')
const facts: AnswerFacts = {
  httpStatus: null,
  isWritten: true,
  isQuota: false,
  resetsAt: null,
  retryAfterSeconds: null,
}
const situation: AnswerSituation = { isFirstUse: false, tries: 1, now }

const become = (change: Partial<AnswerFacts>, where: Partial<AnswerSituation> = {}) =>
  interpretAnswer({ ...facts, ...change }, { ...situation, ...where })

test.each([400, 404, 413, 422, 300, 301, 302, 307, 308, 399])('default: %i rejects', (httpStatus) => {
  expect(become({ httpStatus })).toEqual({ to: 'rejected', endsCredential: false })
})

test.each([401, 403])('default: %i waits for a signature and ends the signature', (httpStatus) => {
  const waits = { to: 'planned', wait: 'authority', notBefore: null, endsCredential: true }
  expect(become({ httpStatus })).toEqual(waits)
})

test.each([401, 403])(
  'behavior: %i on the first use of a signature rejects, so that nobody is asked in a loop',
  (httpStatus) => {
    expect(become({ httpStatus }, { isFirstUse: true })).toEqual({ to: 'rejected', endsCredential: true })
  },
)

test('default: 429 of the quota waits for the reset', () => {
  const outcome = become({ httpStatus: 429, isQuota: true, resetsAt: reset })
  expect(outcome).toEqual({ to: 'planned', wait: 'quota', notBefore: reset, endsCredential: false })
})

test('behavior: a reset that our clock takes for past still waits a little', () => {
  const outcome = become(
    { httpStatus: 429, isQuota: true, resetsAt: new Date(now.getTime() - 1) },
    { tries: 3 },
  )
  expect(outcome).toMatchObject({ wait: 'quota', notBefore: new Date(now.getTime() + 8_000) })
})

test('default: any other 429 backs off, at least as long as it asks', () => {
  expect(become({ httpStatus: 429 }, { tries: 2 })).toMatchObject({
    to: 'planned',
    wait: 'backoff',
    notBefore: new Date(now.getTime() + 4_000),
  })
  expect(become({ httpStatus: 429, retryAfterSeconds: 60 })).toMatchObject({
    notBefore: new Date(now.getTime() + 60_000),
  })
})

test('default: nothing written backs off', () => {
  expect(become({ isWritten: false })).toMatchObject({ to: 'planned', wait: 'backoff' })
})

test.each([null, 200, 202, 204, 405, 408, 409, 500, 502, 503, 504])(
  'default: %s after writing is unknown',
  (httpStatus) => {
    expect(become({ httpStatus })).toEqual({ to: 'lost', endsCredential: false })
  },
)

test('behavior: whatever comes, nothing is sent again unless it surely was not accepted', () => {
  const anything = fc.record({
    httpStatus: fc.option(fc.integer({ min: 100, max: 599 })),
    isWritten: fc.boolean(),
    isQuota: fc.boolean(),
    resetsAt: fc.option(fc.date({ noInvalidDate: true })),
    retryAfterSeconds: fc.option(fc.nat(100_000)),
  })
  const anySituation = fc.record({
    isFirstUse: fc.boolean(),
    tries: fc.integer({ min: 1, max: 100 }),
  })
  fc.assert(
    fc.property(anything, anySituation, (answer, where) => {
      const outcome = interpretAnswer(answer, { ...where, now })
      const surelyRefused =
        answer.httpStatus === null ? !answer.isWritten : [401, 403, 429].includes(answer.httpStatus)
      expect(ofScript(outcome).to).not.toBe('planned')
      if (outcome.to !== 'planned') return
      expect(surelyRefused).toBe(true)
      if (outcome.notBefore) expect(outcome.notBefore.getTime()).toBeGreaterThan(now.getTime())
    }),
  )
})
