import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { compress } from './compress.mjs'

const LONG = 'a'.repeat(2_000)

/** What a server behind `compress` answers with this type. */
async function ask(type: string, headers: Record<string, string> = {}): Promise<Response> {
  const server = createServer((request, response) =>
    compress(request, response, () => {
      response.setHeader('content-type', type)
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      response.end(LONG)
    }),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => server.closeAllConnections())
  const { port } = server.address() as AddressInfo
  return fetch(`http://127.0.0.1:${port}/api/things`, { headers: { 'accept-encoding': 'gzip' } })
}

test('default: an answer is packed, unless it says that it must stay as it is', async () => {
  const packed = await ask('application/json')
  expect([packed.headers.get('content-encoding'), await packed.text()]).toEqual(['gzip', LONG])
  const kept = await ask('application/json', { 'cache-control': 'no-transform' })
  expect([kept.headers.get('content-encoding'), await kept.text()]).toEqual([null, LONG])
})

test('behavior: a stream of events names its encoding, so that no proxy packs it and holds it back', async () => {
  const stream = await ask('text/event-stream; charset=utf-8')
  expect([stream.headers.get('content-encoding'), await stream.text()]).toEqual(['identity', LONG])
})
