import type { Clock } from '../http/clock.ts'
import type { Exchange } from '../http/exchange.ts'
import { createImxClient } from './client.ts'

export const collection = '0x9a48b1b27743d807331d06ecf0bfb15c06fdb58d'
/** A credential that only looks like one. */
export const signature = {
  kind: 'owner_signature' as const,
  address: '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266',
  timestamp: '1795338277',
  signature: `0x${'ab'.repeat(64)}1c`,
}
export const limits = (remaining: number) => ({
  'x-imx-refreshes-limit': '20',
  'x-imx-remaining-refreshes': String(remaining),
  'x-imx-refresh-limit-reset': '1795341600',
})

export type Reply = Response | Error

/** A client whose network answers with `replies` in turn (the last one for ever), on a clock that never waits. */
export function arrange(...replies: (() => Reply)[]) {
  const requests: Request[] = []
  const exchanges: Exchange[] = []
  let now = Date.parse('2026-11-22T09:04:37Z')
  const clock: Clock = {
    now: () => now,
    monotonic: () => now,
    sleep: async (ms) => {
      now += ms
    },
  }
  const fake: typeof fetch = async (input, init) => {
    requests.push(new Request(input, init))
    const reply = (replies[requests.length - 1] ?? replies.at(-1))?.()
    if (reply instanceof Response) return reply
    throw reply
  }
  const client = createImxClient({
    baseUrl: 'https://imx.example/prefix',
    apiKey: 'server-key',
    requestsPerSecond: 0,
    fetch: fake,
    clock,
    onExchange: (exchange) => exchanges.push(exchange),
  })
  return { client, requests, exchanges, clock }
}

export const json = (body: unknown, init?: ResponseInit) => () => Response.json(body, init)
export const thrown = (cause: object) => () => Object.assign(new TypeError('fetch failed'), { cause })
