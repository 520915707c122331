import { expect, onTestFinished, test, vi } from 'vitest'
import { AppError } from '../core/app-error.ts'
import { fromProblem } from '../core/problem.ts'
import { problemAnswer } from './answer.ts'

async function answerTo(thrown: unknown) {
  const lines: string[] = []
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
  onTestFinished(() => stderr.mockRestore())
  const answer = problemAnswer(thrown, new Request('http://localhost:3000/api/things'), 'the request')
  const text = await answer.text()
  return { answer, text, problem: fromProblem(JSON.parse(text), answer.status), log: lines.join('') }
}

test('error: a database that is away is a 503 with the time to wait, and its own words are only logged', async () => {
  const thrown = Object.assign(new Error('private words'), { code: '57P01', severity: 'FATAL' })
  const { answer, text, problem, log } = await answerTo(thrown)
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
  expect(problem).toMatchObject({
    code: 'database_unavailable',
    requestId: 'the request',
    meta: { reason: 'unreachable', retryAfterSeconds: 5 },
  })
  expect(text).not.toContain('private')
  expect(JSON.parse(log).error).toMatchObject({
    code: 'database_unavailable',
    cause: { message: 'private words', code: '57P01' },
  })
})

test('error: a method that is not there is told which are', async () => {
  const { answer, log } = await answerTo(new AppError('method_not_allowed', 'Only GET.', { allow: 'GET' }))
  expect([answer.status, answer.headers.get('allow'), log]).toEqual([405, 'GET', ''])
})
