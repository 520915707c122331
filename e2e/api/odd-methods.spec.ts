import { expect } from '@playwright/test'
import { headerOf, sendBytes, sendRaw } from '../fixtures/script/raw.ts'
import { test } from '../fixtures/test.ts'

const odd = ['TRACE', 'PROPFIND', 'PURGE', 'M-SEARCH'] as const
const pages = ['/', '/sign-in', '/refreshes', '/healthz', '/nowhere']
const handlers = ['/api/members', '/api/session', '/api/refreshes/R-1', '/api/nowhere']

test('a method that an address does not take is told which it takes, without a stack', async ({ desk }) => {
  for (const [targets, methods, allow] of [
    [pages, [...odd, 'POST', 'PUT', 'DELETE', 'OPTIONS'], 'GET, HEAD'],
    [handlers, odd, 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'],
  ] as const) {
    for (const target of targets) {
      for (const method of methods) {
        const answer = await sendRaw(desk.url, { method, target })
        expect.soft(answer.status, `${method} ${target}`).toBe(405)
        expect.soft(headerOf(answer, 'allow'), `${method} ${target}`).toBe(allow)
        expect.soft(headerOf(answer, 'content-type')).toBe('application/problem+json')
        expect.soft(answer.body.toString()).not.toMatch(/\bat .*:\d+|node_modules/)
      }
    }
  }
  for (const head of ['get / HTTP/1.1', 'FOO /api/members HTTP/1.1', 'CONNECT example.com:443 HTTP/1.1']) {
    const answer = await sendBytes(desk.url, `${head}\r\nHost: desk\r\n\r\n`)
    expect.soft(answer, head).toMatch(/^HTTP\/1\.1 405 .*\r\nallow: GET, HEAD, /)
  }
  expect(desk.output()).not.toMatch(/TypeError|\bat .*\.js:\d+/)
})
