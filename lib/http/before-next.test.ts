import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerBeforeNext } from './before-next.ts'

let port = 0
/** What reached Next: the request as it came, or nothing. */
const seen: { method: string | undefined; url: string | undefined }[] = []
const server = createServer((request, response) => {
  if (answerBeforeNext(request, response)) return
  seen.push({ method: request.method, url: request.url })
  response.end('by Next')
})
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
})
afterAll(() => void server.close())

function say(head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1')
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
    socket.write(`${head}\r\nHost: desk\r\nConnection: close\r\n\r\n`)
  })
}

test.each([
  ['GET', '/v1/assets?&&a=%zz&nxtPx=1#b'],
  ['TRACE', '//v1\\..//assets/'],
  ['GET', ''],
  ['GET', '%2f..\\v1@evil'],
])('default: %s %s of a network never reaches Next, and needs a token first', async (method, target) => {
  const answer = await say(`${method} /api/imx${target} HTTP/1.1\r\nRSC: 1\r\nCookie: a=b`)
  expect(answer).toMatch(/^HTTP\/1\.1 401 /)
  expect(answer).toContain('{"code":"unauthorized","message":"Send an access token of this desk')
  expect(answer).toContain("content-security-policy: default-src 'none'")
  expect(answer).toMatch(/x-request-id: [0-9a-f-]{36}\r\n/)
  expect(seen).toEqual([])
})

test('behavior: everything else goes by as it is', async () => {
  for (const url of ['/', '/api/refreshes?a=b', '/api/imxx/v1', '/imx/0xa', '/api/%69mx/v1/assets']) {
    expect(await say(`GET ${url} HTTP/1.1`)).toContain('by Next')
    expect(seen.pop()).toEqual({ method: 'GET', url })
  }
})

test('error: what names no path of the desk ends nowhere', async () => {
  for (const url of ['*', 'http://evil.example/api/imx/v1', '//evil.example/', '/\\evil.example']) {
    const answer = await say(`GET ${url} HTTP/1.1\r\nX-Refresh-Desk-Target: GET /api/imx/v1/users`)
    expect(answer).toMatch(/^HTTP\/1\.1 404 /)
    expect(answer).not.toMatch(/^location:/im)
    expect(seen).toEqual([])
  }
})

test.each([
  ['TRACE', '/', 'GET, HEAD'],
  ['PROPFIND', '/refreshes/R-1', 'GET, HEAD'],
  ['PUT', '/sign-in', 'GET, HEAD'],
  ['POST', '/healthz', 'GET, HEAD'],
  ['TRACE', '/api/members', 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'],
  ['PURGE', '/api/nowhere', 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'],
])('error: %s of %s never reaches Next, and is told what there is', async (method, url, allowed) => {
  const answer = await say(`${method} ${url} HTTP/1.1\r\nx-refresh-desk-allowed: EVERYTHING`)
  expect(seen).toEqual([])
  expect(answer).toMatch(/^HTTP\/1\.1 405 /)
  expect(answer).toContain(`\r\nallow: ${allowed}\r\n`)
  expect(answer).toContain('content-type: application/problem+json')
})

test('behavior: what there is goes through as it came', async () => {
  for (const [method, url] of [
    ['GET', '/'],
    ['HEAD', '/team'],
    ['PATCH', '/api/members/1'],
    ['OPTIONS', '/api/me'],
  ]) {
    await say(`${method} ${url} HTTP/1.1`)
    expect(seen.pop()).toEqual({ method, url })
  }
})
