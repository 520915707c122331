import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { startTlsServer } from '../http/raw/test-tls-server.ts'
import type { UpstreamError } from '../http/upstream-error.ts'
import { createImxClient } from './client.ts'
import { createRefresh } from './refreshing/create-refresh.ts'
import { listRefreshes } from './refreshing/list-refreshes.ts'
import { collection, signature } from './test-client.ts'

describe('over a real socket', () => {
  const write = (port: number, timeoutMs = 60_000) =>
    createRefresh(
      createImxClient({ baseUrl: `http://127.0.0.1:${port}`, apiKey: null, requestsPerSecond: 0 }),
      {
        collection,
        tokenIds: ['1'],
        credential: signature,
        timeoutMs,
      },
    ).catch((error: UpstreamError) => error)

  const read = (port: number) =>
    listRefreshes(
      createImxClient({ baseUrl: `http://127.0.0.1:${port}`, apiKey: null, requestsPerSecond: 0 }),
      {
        credential: signature,
      },
    ).catch((error: UpstreamError) => error)

  async function listening(server: {
    listen: (port: number, host: string, done: () => void) => unknown
    address: () => unknown
  }) {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return (server.address() as AddressInfo).port
  }

  test('error: nobody listens, a cut before the answer, silence, a redirect, an endless body', async () => {
    // Below the ports that the system gives to whoever asks for any, so nobody has it.
    expect(await write(2)).toMatchObject({ kind: 'network', isWritten: false })

    const visited: string[] = []
    let mode = 'cut'
    const server = createServer((request, response) => {
      visited.push(request.url ?? '')
      if (mode === 'cut') request.socket.destroy()
      if (mode === 'redirect') response.writeHead(307, { location: '/elsewhere' }).end()
      if (mode === 'endless' || mode === 'endless refusal') {
        response.writeHead(mode === 'endless' ? 202 : 403)
        const chunk = Buffer.alloc(1 << 20, 'x')
        const pour = () => {
          while (response.write(chunk));
        }
        response.on('drain', pour)
        pour()
      }
    })
    const port = await listening(server)
    expect(await write(port)).toMatchObject({ kind: 'network', isWritten: true })
    mode = 'silent'
    expect(await write(port, 50)).toMatchObject({ kind: 'timeout', isWritten: true })
    mode = 'redirect'
    expect(await write(port)).toMatchObject({ kind: 'bad_request', httpStatus: 307 })
    mode = 'endless'
    expect(await write(port)).toMatchObject({ kind: 'too_large', httpStatus: 202 })
    mode = 'endless refusal'
    expect(await write(port)).toMatchObject({ httpStatus: 403 })
    expect(await read(port)).toMatchObject({ kind: 'forbidden', httpStatus: 403 })
    expect(new Set(visited)).toEqual(new Set(['/v1/metadata-refreshes']))
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  test('behavior: a submission goes over a connection of its own, because a kept one may be closed just then', async () => {
    const used = new WeakSet<Socket>()
    const server = createServer((request, response) => {
      // As a network does that closes an idle connection at the moment of the next request.
      if (used.has(request.socket)) return request.socket.destroy()
      used.add(request.socket)
      const body = request.method === 'POST' ? { refresh_id: 'a' } : { result: [] }
      response.writeHead(request.method === 'POST' ? 202 : 200).end(JSON.stringify(body))
    })
    const port = await listening(server)
    const client = createImxClient({
      baseUrl: `http://127.0.0.1:${port}`,
      apiKey: null,
      requestsPerSecond: 0,
    })
    await listRefreshes(client, { credential: signature })
    for (let sent = 0; sent < 2; sent++) {
      const accepted = await createRefresh(client, { collection, tokenIds: ['1'], credential: signature })
      expect(accepted.reference).toBe('a')
    }
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  test('error: what goes wrong on a connection that was secured once is no proof that nothing was sent', async () => {
    let requests = 0
    // As something in the way does that gives up on a connection, in plain text.
    const server = await startTlsServer((socket) => {
      requests += 1
      socket.write('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    })
    const client = createImxClient({ baseUrl: server.baseUrl, apiKey: null, requestsPerSecond: 0 })
    const sent = createRefresh(client, { collection, tokenIds: ['1'], credential: signature })
    await expect(sent).rejects.toMatchObject({ kind: 'network', isWritten: true })
    const start = await client.reserve({
      method: 'POST',
      target: '/v1/metadata-refreshes',
      headers: {},
      body: null,
    })
    const passed = start.send()
    await expect(passed).rejects.toMatchObject({ kind: 'network', isWritten: true })
    expect(requests).toBe(2)
    server.close()
  })
})
