import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../http/clock.ts'
import { createImxClient } from '../client.ts'

const heard: string[] = []
const server = createServer((request, response) => {
  heard.push(request.url ?? '')
  response.end('{}')
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => server.close())

function arrange() {
  const turn = Promise.withResolvers<void>()
  const { port } = server.address() as AddressInfo
  const client = createImxClient({
    baseUrl: `http://127.0.0.1:${port}`,
    apiKey: null,
    requestsPerSecond: 1,
    clock: { ...systemClock, monotonic: () => 0, sleep: () => turn.promise },
  })
  const submission = { method: 'POST', headers: {}, body: Buffer.from('{}') } as const
  return { client, submission, letGo: turn.resolve }
}

test('behavior: what is to happen before a request is sent waits for its turn with it', async () => {
  const { client, submission, letGo } = arrange()
  const events: string[] = []
  const pass = (target: string) =>
    client.forward({ ...submission, target, beforeSend: () => void events.push(`before ${target}`) })
  await pass('/v1/first')
  const second = pass('/v1/second')
  await new Promise(setImmediate)
  expect(events).toEqual(['before /v1/first'])
  letGo()
  await second
  expect(events).toEqual(['before /v1/first', 'before /v1/second'])
  expect(heard.slice(-2)).toEqual(['/v1/first', '/v1/second'])
})

test('error: what it throws stops the request', async () => {
  const { client, submission } = arrange()
  const before = heard.length
  const beforeSend = () => Promise.reject(new Error('not written down'))
  await expect(client.forward({ ...submission, target: '/v1/third', beforeSend })).rejects.toThrow(
    'not written down',
  )
  expect(heard).toHaveLength(before)
})
