import { afterEach, expect, test, vi } from 'vitest'
import { log } from './log.ts'

const lines: string[] = []
vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
afterEach(() => {
  lines.length = 0
})

const logged = (error: unknown) => {
  log.error({ job: 'queue', error })
  return JSON.parse(lines.at(-1) ?? '').error
}

const refused = (address: string) =>
  Object.assign(new Error(`connect ECONNREFUSED ${address}:5432`), { code: 'ECONNREFUSED' })

test('behavior: an error that stands for several is told by the first of them', () => {
  const several = new AggregateError([refused('::1'), refused('127.0.0.1')])
  expect(logged(Object.assign(several, { code: 'ECONNREFUSED' }))).toMatchObject({
    message: 'connect ECONNREFUSED ::1:5432',
    code: 'ECONNREFUSED',
  })
})

test('behavior: what the queue reports is no Error, and is told all the same', () => {
  const reported = { message: 'connection lost', code: '57P01', queue: 'send', worker: '1' }
  expect(logged(reported)).toMatchObject({ message: 'connection lost', code: '57P01', queue: 'send' })
  expect(logged({ message: '', code: 'ECONNREFUSED' })).toMatchObject({ message: 'ECONNREFUSED' })
  expect(logged({ odd: { inside: 1 } }).message).toContain('inside: 1')
  expect(logged('a text')).toBe('a text')
})

test('behavior: whatever quotes a signature or a token, the log does not, in any form that signatures come in', () => {
  const digits = 'aB'.repeat(65)
  const secrets = [`0x${digits}`, digits, digits.slice(2), `rd_${'x'.repeat(43)}`]
  for (const secret of secrets) {
    expect(logged(new Error(`it said "${secret}"`)).message).toMatch(/^it said "\[(signature|token)\]"$/)
  }
})
