import type { APIRequestContext } from '@playwright/test'
import type { Row } from '../row.ts'
import { ms, spread, timed } from './spread.ts'

const WARM_UP = 40
const ROUNDS = 300
const CLIENTS = 8
const REQUESTS = 800

export type Target = { label: string; url: (round: number) => string; headers: Record<string, string> }

async function ask(target: Target, round: number) {
  const response = await fetch(target.url(round), { headers: target.headers })
  if (!response.ok) throw new Error(`${target.label} answered ${response.status}`)
  await response.arrayBuffer()
}

/** Asks the two in turn, so that a slow second of the machine falls on both. */
async function interleaved(desk: Target, direct: Target) {
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const d = await timed(() => ask(direct, round))
    const o = await timed(() => ask(desk, round))
    if (round < WARM_UP) continue
    theirs.push(d)
    ours.push(o)
  }
  return { ours: spread(ours), theirs: spread(theirs) }
}

async function requestsPerSecond(target: Target) {
  let next = 0
  const client = async () => {
    while (next < REQUESTS) await ask(target, next++)
  }
  const took = await timed(() => Promise.all(Array.from({ length: CLIENTS }, client)))
  return (REQUESTS / took) * 1000
}

/** What the desk adds to a page of 48 assets over asking the sandbox itself. */
export async function assetLatency(
  request: APIRequestContext,
  url: string,
  sandboxUrl: string,
  address: string,
): Promise<Row[]> {
  const { cookies } = await request.storageState()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  // The time changes each round and excludes nothing, so that no two requests are identical and none is shared.
  const start = Date.now()
  const until = (round: number) => new Date(start + round * 1_000).toISOString()
  const desk: Target = {
    label: 'The desk',
    headers: { cookie },
    url: (n) => `${url}/api/collections/imx-local/${address}/assets?pageSize=48&updatedBefore=${until(n)}`,
  }
  const direct: Target = {
    label: 'The sandbox',
    headers: {},
    url: (n) =>
      `${sandboxUrl}/imx/v1/assets?page_size=48&collection=${address}&order_by=updated_at&direction=desc&updated_max_timestamp=${until(n)}`,
  }
  const { ours, theirs } = await interleaved(desk, direct)
  const [oursRate, theirsRate] = [await requestsPerSecond(desk), await requestsPerSecond(direct)]
  return [
    [
      'Assets page of 48, sandbox alone',
      `p50 ${ms(theirs.p50)}, p95 ${ms(theirs.p95)}`,
      '',
      `${theirs.runs} requests in turn`,
    ],
    [
      'Assets page of 48, through the desk',
      `p50 ${ms(ours.p50)}, p95 ${ms(ours.p95)}`,
      '',
      `${ours.runs} requests in turn`,
    ],
    ['Added by the desk, p50', ms(ours.p50 - theirs.p50), '+5 ms', `p95 +${ms(ours.p95 - theirs.p95)}`],
    [
      'Requests per second, desk / sandbox',
      `${oursRate.toFixed(0)} / ${theirsRate.toFixed(0)}`,
      '',
      `${CLIENTS} clients, ${REQUESTS} requests, one machine`,
    ],
  ]
}
