import { randomUUID } from 'node:crypto'
import { startSandbox } from '../start-sandbox.ts'
import type { Refresh } from '../world/model.ts'
import { timestamp } from '../world/timestamp.ts'
import { LedCrawler } from './led-crawler.ts'

export type Quota = { limit: number; remaining: number; resetsAt: Date }

const PROJECT_ID = 7
const MINUTE_MS = 60_000
const ENDLESS = 1_000_000_000
const settings = {
  quota_limit: ENDLESS,
  signature_max_age_seconds: ENDLESS,
  signature_max_skew_seconds: ENDLESS,
}

/** A sandbox by this clock, without a demo, whose crawls are led by a test and whose quota and signatures never end. */
export async function startLedSandbox({ owner, now }: { owner: string; now: () => Date }) {
  const crawler = new LedCrawler()
  const running = await startSandbox({
    hasDemo: false,
    now: () => now().getTime(),
    crawler: crawler.workFor,
    settings,
  })
  const { sandbox, url, stop } = running

  /** A collection of this owner's, of whose assets nobody asks. */
  const addCollection = (address: string, projectId = PROJECT_ID): void => {
    const facts = { slug: address, name: 'Test collection', description: '', owner, address }
    const project = { projectId, metadataApiUrl: 'https://meta.example.com' }
    const plan = { ...facts, ...project, art: 'relics', tokens: 0, broken: {} } as const
    sandbox.happen({ kind: 'collection', plan, at: sandbox.clock.now() })
  }

  /** Accepts a refresh that was sent by somebody else, now or at this time; returns its id. */
  const take = (collection: string, tokenIds: string[], id: string = randomUUID(), at?: Date): string => {
    // Of one millisecond the later is the newer, as among those that were sent.
    const micros = sandbox.world.refreshes.size % 1_000
    const startedAt = at ? timestamp(at.getTime(), micros) : sandbox.clock.stamp()
    const refresh = { id, collection, tokenIds, startedAt, completedAt: null, errors: [], isAnswered: true }
    sandbox.happen({ kind: 'refresh', refresh: { ...refresh, left: tokenIds } })
    const taken = sandbox.world.refreshes.get(id)
    if (taken) crawler.crawl(taken, at && timestamp(at.getTime() + MINUTE_MS, 0))
    return id
  }

  const toTaken = (refresh: Refresh) => ({
    id: refresh.id,
    tokenIds: refresh.tokenIds,
    startedAt: new Date(refresh.startedAt),
    collection: refresh.collection,
    get isCompleted(): boolean {
      return refresh.left.size === 0
    },
    /** Crawls what is left; what is completed stays so. */
    set isCompleted(isCompleted: boolean) {
      if (isCompleted) crawler.finish(refresh)
    },
  })
  /** In the order in which they were accepted. */
  const listTaken = () => [...sandbox.world.refreshes.values()].map(toTaken)
  const forgetTaken = () => sandbox.world.refreshes.clear()

  const setQuota = (quota: Quota | null): void => {
    const { limit = 0, remaining = 0, resetsAt } = quota ?? {}
    sandbox.quotas.setWindow(
      PROJECT_ID,
      resetsAt ? { limit, remaining, resetsAtMs: resetsAt.getTime() } : null,
    )
  }
  return { url, stop, crawler, addCollection, take, listTaken, forgetTaken, setQuota }
}
