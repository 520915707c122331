import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What becomes of the next push; `accept` is what happens without a script. */
type Answer = 'accept' | 'drop' | 'accept_and_drop' | { status: number; body?: unknown }

export const BYTES_PER_PUSH = 100

/**
 * A network that is as little like Immutable X as can be, with the studio's own API beside it. It is told the content of
 * each token, in requests of few bytes, takes it by a key, gives it no name, and says nothing more than what it shows.
 */
export async function openParcelServer({ key }: { key: string }) {
  const server = {
    /** What the studio serves of each token; what is not there it answers with 404. */
    origin: new Map<string, string>(),
    isOriginDown: false,
    /** What the network shows. */
    shown: new Map<string, string>(),
    key,
    script: [] as Answer[],
    /** Of each push that the network took, the tokens. */
    pushes: [] as string[][],
    requests: [] as string[],
    remaining: 100,
    resetsAt: new Date(0),
    /** Whether a request arrives at all. */
    hears: () => true,
  }

  const push = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request)
    const answer = server.script.shift() ?? 'accept'
    if (answer === 'drop') return response.socket?.destroy()
    const send = (status: number, said: unknown = {}) =>
      response
        .writeHead(status, { 'x-left': server.remaining, 'x-reset': server.resetsAt.getTime() })
        .end(JSON.stringify(said))
    if (typeof answer === 'object') return send(answer.status, answer.body)
    if (Buffer.byteLength(body) > BYTES_PER_PUSH) return send(413)
    if (server.remaining === 0) return send(429)
    const items = JSON.parse(body) as Record<string, unknown>
    server.remaining -= 1
    server.pushes.push(Object.keys(items))
    for (const [id, content] of Object.entries(items)) server.shown.set(id, JSON.stringify(content))
    return answer === 'accept_and_drop' ? response.socket?.destroy() : send(202)
  }

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://parcel')
    const send = (status: number, body: string) => response.writeHead(status).end(body)
    if (!server.hears()) return response.socket?.destroy()
    server.requests.push(`${request.method} ${pathname}`)
    if (pathname.startsWith('/origin/')) {
      const content = server.origin.get(pathname.slice('/origin/'.length))
      if (server.isOriginDown) return response.socket?.destroy()
      return content === undefined ? send(404, 'none') : send(200, content)
    }
    if (pathname.startsWith('/collections/')) return send(200, '{}')
    if (request.headers.authorization !== `Bearer ${server.key}`) return send(401, '{}')
    if (request.method === 'POST') return push(request, response)
    const ids = (searchParams.get('ids') ?? '').split(',')
    return send(200, JSON.stringify(Object.fromEntries(ids.map((id) => [id, server.shown.get(id) ?? null]))))
  }

  const http = createServer((request, response) => void handle(request, response))
  http.keepAliveTimeout = 0
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  const { port } = http.address() as AddressInfo
  const close = async () => {
    http.closeAllConnections()
    await new Promise((done) => http.close(done))
  }
  return Object.assign(server, { url: `http://127.0.0.1:${port}`, close })
}
