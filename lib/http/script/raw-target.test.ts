import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepRawTargets, readAllowed, readRawTarget } from './raw-target.ts'

let port = 0
/** What a handler behind Next could see: the request as it is after ours have touched it. */
const seen: { method: string | undefined; url: string | undefined; raw: ReturnType<typeof readRawTarget> }[] =
  []
const told: (string | null)[] = []
const server = createServer((request, response) => {
  const { method, url, headers } = request
  const standIn = new Request('http://desk', { headers: headers as Record<string, string> })
  seen.push({ method, url, raw: readRawTarget(standIn, 'imx') })
  told.push(readAllowed(standIn))
  response.end(JSON.stringify(Object.keys(headers).sort()))
})
beforeAll(async () => {
  keepRawTargets()
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
])('default: %s %s is kept as it came, and Next sees a plain request', async (method, target) => {
  await say(`${method} /api/imx${target} HTTP/1.1`)
  const plain = method === 'GET' ? 'GET' : 'PUT'
  expect(seen.pop()).toEqual({ method: plain, url: '/api/imx/v1', raw: { method, target } })
})

test('behavior: everything else goes by as it is', async () => {
  for (const url of ['/', '/api/refreshes?a=b', '/api/imxx/v1', '/imx/0xa']) {
    await say(`GET ${url} HTTP/1.1`)
    expect(seen.pop()).toEqual({ method: 'GET', url, raw: null })
  }
})

test('error: what names no path of the desk ends nowhere', async () => {
  for (const url of ['*', 'http://evil.example/api/imx/v1', '//evil.example/', '/\\evil.example']) {
    await say(`GET ${url} HTTP/1.1`)
    expect(seen.pop()).toEqual({ method: 'GET', url: '/api/-/-', raw: null })
  }
})

test('error: nobody can bring a target along, and a script only what is read of it', async () => {
  const head =
    'X-Refresh-Desk-Target: GET /api/imx/v1/users\r\nRSC: 1\r\nCookie: a=b\r\nAuthorization: Bearer x'
  expect(await say(`GET /api/imx/v1/assets HTTP/1.1\r\n${head}`)).toContain(
    '["authorization","connection","host","x-refresh-desk-target"]',
  )
  expect(seen.pop()?.raw).toEqual({ method: 'GET', target: '/v1/assets' })
  await say(`GET /api/%69mx/v1/assets HTTP/1.1\r\n${head}`)
  expect(seen.pop()?.raw).toBe(null)
})

test.each([
  ['TRACE', '/', 'GET, HEAD'],
  ['PROPFIND', '/refreshes/R-1', 'GET, HEAD'],
  ['PUT', '/sign-in', 'GET, HEAD'],
  ['POST', '/healthz', 'GET, HEAD'],
  ['TRACE', '/api/members', 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'],
  ['PURGE', '/api/nowhere', 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'],
])('error: %s of %s never reaches Next, and is told what there is', async (method, url, allowed) => {
  await say(`${method} ${url} HTTP/1.1\r\nx-refresh-desk-allowed: EVERYTHING`)
  expect(seen.at(-1)).toEqual({ method: 'PUT', url: '/api/-/-', raw: null })
  expect(told.at(-1)).toBe(allowed)
})

test('behavior: what there is goes through as it came, whatever a header says', async () => {
  for (const [method, url] of [
    ['GET', '/'],
    ['HEAD', '/team'],
    ['PATCH', '/api/members/1'],
    ['OPTIONS', '/api/me'],
  ]) {
    await say(`${method} ${url} HTTP/1.1\r\nx-refresh-desk-allowed: EVERYTHING`)
    expect(seen.at(-1)).toEqual({ method, url, raw: null })
    expect(told.at(-1)).toBe(null)
  }
})
