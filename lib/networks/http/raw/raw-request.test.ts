import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer as createSocketServer, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { toNetworkError } from './network-error.ts'
import { sendRawRequest } from './raw-request.ts'

async function listen(server: Pick<Server, 'listen' | 'close' | 'address'>): Promise<URL> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}
const serve = (answer: RequestListener) => listen(createServer(answer))

const get = (base: URL, target: string, timeoutMs = 60_000) =>
  sendRawRequest({ method: 'GET', url: { base, target }, headers: { accept: '*/*' }, body: null, timeoutMs })

test('default: path, query, headers and body go and come byte for byte', async () => {
  const seen: { line: string; headers: string[]; body: string }[] = []
  const base = await serve(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const line = `${request.method} ${request.url}`
    seen.push({ line, headers: request.rawHeaders, body: Buffer.concat(chunks).toString() })
    response.writeHead(418, { 'content-type': 'text/odd', 'set-cookie': ['a=1', 'b=2'] }).end('\0\xff né')
  })
  const odd = "/p/v1/assets?a=&a=b+c&m=%257B%2f%7b&x='|{}&cursor="
  const answer = await get(base, odd)
  expect(answer.status).toBe(418)
  expect(answer.headers.get('content-type')).toBe('text/odd')
  expect(Buffer.from(answer.body).toString()).toBe('\0\xff né')
  const body = new TextEncoder().encode('{"a": 1 }')
  const url = { base, target: '/v1' }
  await sendRawRequest({ method: 'POST', url, headers: { 'x-a': '1' }, body, timeoutMs: 60_000 })
  expect(seen.map(({ line, body }) => [line, body])).toEqual([
    [`GET ${odd}`, ''],
    ['POST /v1', '{"a": 1 }'],
  ])
  const names = seen.map(({ headers }) =>
    headers.filter((_, at) => at % 2 === 0).map((one) => one.toLowerCase()),
  )
  expect(names).toEqual([
    ['accept', 'host', 'connection'],
    ['x-a', 'content-length', 'host', 'connection'],
  ])
})

test('behavior: a redirect is an answer, and nobody follows it', async () => {
  let requests = 0
  const base = await serve((_, response) => {
    requests += 1
    response.writeHead(302, { location: 'http://127.0.0.1:9/elsewhere' }).end()
  })
  expect((await get(base, '/v1/assets')).status).toBe(302)
  expect(requests).toBe(1)
})

test('error: silence ends as a timeout, and a closed port as something that was never written', async () => {
  const base = await serve(() => {})
  const late = await get(base, '/v1/assets', 50).catch((error: unknown) => toNetworkError(error, 'It'))
  expect(late).toMatchObject({ kind: 'timeout', isWritten: true })
  const closed = new URL('http://127.0.0.1:1')
  const refused = await get(closed, '/v1/assets').catch((error: unknown) => toNetworkError(error, 'It'))
  expect(refused).toMatchObject({ kind: 'network', isWritten: false })
})

test('behavior: a kept connection that the network has closed meanwhile is made anew, once, for reads', async () => {
  let connections = 0
  const answer = (socket: Socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok')
  const server = createSocketServer((socket) => {
    connections += 1
    let requests = 0
    socket.on('error', () => {})
    socket.on('data', () => {
      requests += 1
      // The first connection answers once and then drops whatever comes.
      if (connections === 1 && requests === 2) socket.resetAndDestroy()
      else answer(socket)
    })
  })
  const base = await listen(server as unknown as Server)
  for (let reads = 0; reads < 2; reads++) {
    expect(Buffer.from((await get(base, '/')).body).toString()).toBe('ok')
  }
  expect(connections).toBe(2)
})

test('error: a connection that ends without an answer, or changes its protocol, is no answer either', async () => {
  const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: other\r\n\r\n'
  for (const words of ['', 'HTTP/1.1 103 Early Hints\r\n\r\n', upgrade]) {
    const server = createSocketServer((socket) => {
      socket.on('error', () => {})
      socket.on('data', () => socket.end(words))
    })
    const base = await listen(server as unknown as Server)
    const url = { base, target: '/' }
    const body = new TextEncoder().encode('{}')
    const asked = sendRawRequest({ method: 'POST', url, headers: {}, body, timeoutMs: 60_000 })
    const ended = await asked.catch((error: unknown) => toNetworkError(error, 'It'))
    expect(ended, words).toMatchObject({ kind: 'network', isWritten: true })
    const read = await get(base, '/', 60_000).catch((error: unknown) => toNetworkError(error, 'It'))
    expect(read, words).toMatchObject({ kind: 'network', isWritten: true })
  }
})

test('error: an answer that is cut off is no answer', async () => {
  const base = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('half', () => response.destroy())
  })
  const cut = await get(base, '/').catch((error: unknown) => toNetworkError(error, 'It'))
  expect(cut).toMatchObject({ kind: 'network', isWritten: true })
})
