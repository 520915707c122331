import type { APIRequestContext } from '@playwright/test'
import { timed } from '../measure/spread.ts'

type Read = (api: APIRequestContext, url: string) => Promise<{ ok(): boolean; text(): Promise<string> }>

/** What pages ask of our own API, by name. `refresh` is one that is there from the first measurement on. */
export function readsOf(collection: string, refresh: string): Record<string, Read> {
  const at = `/api/collections/imx-local/${collection}`
  const get =
    (path: string): Read =>
    (api, url) =>
      api.get(`${url}${path}`)
  const post =
    (path: string, data: unknown): Read =>
    (api, url) =>
      api.post(`${url}${path}`, { data, headers: { origin: url } })
  const failed = {
    network: 'imx-local',
    collection,
    selection: { query: { lastRefresh: 'failed' }, except: [] },
  }
  return {
    'home, own collections': get('/api/collections?owner=me'),
    'home, all collections': get('/api/collections?owner=all'),
    'home, collections of the team': get('/api/collections?owner=team&pageSize=6'),
    'home, last seven days': get('/api/activity/days?zone=Europe/Berlin'),
    'home, what the team did': get('/api/activity'),
    'home, what is unfinished': get('/api/refreshes/forecasts'),
    'all collections of the team': get('/api/collections?owner=team&pageSize=50'),
    collection: get(at),
    'assets of a page': get(`${at}/assets?pageSize=48`),
    'assets, failed last time': get(`${at}/assets?pageSize=48&lastRefresh=failed`),
    'assets, not refreshed for a week': get(`${at}/assets?pageSize=48&lastRefresh=old`),
    'assets, never refreshed': get(`${at}/assets?pageSize=48&lastRefresh=never`),
    'a token': get(`${at}/assets/1`),
    'refreshes of a token': get(`${at}/assets/1/refreshes`),
    history: get('/api/refreshes'),
    'history, with problems': get('/api/refreshes?problems=1'),
    'history of a collection': get(`/api/refreshes?network=imx-local&collection=${collection}`),
    'history of a token': get('/api/refreshes?tokenId=1'),
    refresh: get(`/api/refreshes/${refresh}`),
    'failures of a refresh': get(`/api/refreshes/${refresh}/failures`),
    'search by token': get('/api/search?q=17'),
    'search by note': get('/api/search?q=Wave%201'),
    'review of what failed': post('/api/refreshes/plan', failed),
    'review of a retry': post('/api/refreshes/retry/plan', { refreshes: [refresh] }),
  }
}

/** How long each read took, `rounds` times, all of them in turn, so that a slow second falls on all. */
export async function timeReads(
  api: APIRequestContext,
  url: string,
  reads: Record<string, Read>,
  rounds: number,
): Promise<Record<string, number[]>> {
  const took = Object.fromEntries(Object.keys(reads).map((name): [string, number[]] => [name, []]))
  for (let round = -1; round < rounds; round++) {
    for (const [name, read] of Object.entries(reads)) {
      const ms = await timed(async () => {
        const answer = await read(api, url)
        const text = await answer.text()
        if (!answer.ok()) throw new Error(`${name}: ${text}`)
      })
      // The first round warms what is cached either way.
      if (round >= 0) took[name]?.push(ms)
    }
  }
  return took
}
