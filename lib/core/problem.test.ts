import { expect, test } from 'vitest'
import { AppError } from './app-error.ts'
import { fromProblem, toProblem } from './problem.ts'

test('default: an error is read back as it was written', () => {
  const error = new AppError('rate_limited', 'Too many requests.', { retryAfterSeconds: 3, reason: 'caller' })
  const read = fromProblem(JSON.parse(JSON.stringify(toProblem(error, 'the request'))), 429)
  expect(read).toMatchObject({ code: error.code, message: error.message, meta: error.meta })
  expect(read.requestId).toBe('the request')
})

const ours = toProblem(new AppError('conflict', 'No.'), 'the request')

test.each([
  undefined,
  null,
  [],
  'no',
  {},
  { ...ours, type: 'https://example.com/problem' },
  { ...ours, title: 3 },
  { ...ours, code: 'toString' },
  { ...ours, requestId: null },
])('error: %j is the error of something in between', (body) => {
  expect(fromProblem(body, 502)).toMatchObject({ code: 'internal', requestId: null })
  expect(fromProblem(body, 401)).toMatchObject({ code: 'unauthenticated', meta: { reason: 'proxy' } })
})
