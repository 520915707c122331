import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBreaker } from '../../http/breaker.ts'
import { systemClock } from '../../http/clock.ts'
import type { ProviderOptions } from '../../provider/provider.ts'
import { createImxClient } from '../client.ts'

const heard: string[] = []
const server = createServer((request, response) => {
  heard.push(request.url ?? '')
  response.end('{}')
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => server.close())

function arrange(options: Partial<ProviderOptions> = {}) {
  const turn = Promise.withResolvers<void>()
  const { port } = server.address() as AddressInfo
  const client = createImxClient({
    baseUrl: `http://127.0.0.1:${port}`,
    apiKey: null,
    requestsPerSecond: 1,
    clock: { ...systemClock, monotonic: () => 0, sleep: () => turn.promise },
    ...options,
  })
  const submission = { method: 'POST', headers: {}, body: Buffer.from('{}') } as const
  return { client, submission, letGo: turn.resolve }
}

test('behavior: what is to happen before a request is sent waits for its turn with it', async () => {
  const { client, submission, letGo } = arrange()
  const events: string[] = []
  const pass = async (target: string) => {
    const start = await client.reserve({ ...submission, target })
    events.push(`before ${target}`)
    await start.send()
  }
  await pass('/v1/first')
  const second = pass('/v1/second')
  await new Promise(setImmediate)
  expect(events).toEqual(['before /v1/first'])
  letGo()
  await second
  expect(events).toEqual(['before /v1/first', 'before /v1/second'])
  expect(heard.slice(-2)).toEqual(['/v1/first', '/v1/second'])
})

test('error: a start that is given up sends nothing, and keeps nobody out who tries a silent network', async () => {
  const breaker = createBreaker(() => 0)
  const { client, submission } = arrange({ breaker, requestsPerSecond: 0 })
  breaker.resume(1, 0)
  const before = heard.length
  const read = { ...submission, method: 'GET', target: '/v1/third' } as const
  const start = await client.reserve(read)
  await expect(client.reserve(read)).rejects.toMatchObject({ kind: 'network', isWritten: false })
  start.giveUp()
  expect(heard).toHaveLength(before)
  await (await client.reserve(read)).send()
  expect(heard).toHaveLength(before + 1)
})
