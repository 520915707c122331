import { once } from 'node:events'
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { sendBytes } from '../../../e2e/fixtures/script/raw.ts'
import { createHttpServer, finishRequests } from './http-server.mjs'

/** Answers each request with its body, when all of it has come. */
async function listen() {
  const server = createHttpServer()
  server.on('request', async (request, response) => response.end(await text(request)))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => server.closeAllConnections())
  const { port } = server.address() as AddressInfo
  return { server, port, url: `http://127.0.0.1:${port}` }
}

async function open(port: number): Promise<{ socket: Socket; all: Promise<string> }> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  return { socket, all: text(socket) }
}

test('default: an idle connection is kept for longer than balancers keep theirs', async () => {
  const { server, url } = await listen()
  const answer = await fetch(url)
  const seconds = Number(/timeout=(\d+)/.exec(answer.headers.get('keep-alive') ?? '')?.[1])
  expect(seconds).toBeGreaterThan(60)
  expect(server.headersTimeout).toBeGreaterThan(seconds * 1_000)
})

test('behavior: requests that have begun are answered, idle connections end, and nobody else gets in', async () => {
  const { server, port } = await listen()
  const agent = new Agent({ keepAlive: true })
  const [idle] = (await once(httpRequest({ port, agent }).end(), 'response')) as [IncomingMessage]
  const idleSocket = idle.socket
  await text(idle)
  const begun = await open(port)
  const taken = once(server, 'request')
  begun.socket.write('POST / HTTP/1.1\r\nhost: desk\r\ncontent-length: 10\r\n\r\nhalf ')
  await taken
  let streams = 0
  const finished = finishRequests(server, () => (streams += 1))
  await once(idleSocket, 'close')
  await expect(open(port)).rejects.toThrow('ECONNREFUSED')
  begun.socket.write('whole')
  await finished
  expect(await begun.all).toMatch(/^HTTP\/1\.1 200 OK.*half whole/s)
  expect(streams).toBeGreaterThan(0)
})

test.each(['get / HTTP/1.1', 'FOO / HTTP/1.1', 'CONNECT example.com:443 HTTP/1.1', 'CONNECT / HTTP/1.1'])(
  'error: %s is told which methods there are',
  async (head) => {
    const { url } = await listen()
    const answer = await sendBytes(url, `${head}\r\nhost: desk\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 405 Method Not Allowed\r\nallow: GET, HEAD, /)
  },
)

test.each([
  ['no HTTP at all', 'hello\r\n\r\n', 400],
  ['a header without end', `GET / HTTP/1.1\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
])('error: %s is answered as ever', async (_, bytes, status) => {
  const { url } = await listen()
  expect(await sendBytes(url, bytes)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
})
