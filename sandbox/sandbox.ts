import { Faults, type Operation } from './control/faults.ts'
import { Crawler, type Host } from './crawler/crawler.ts'
import { Quotas } from './imx/quotas.ts'
import { Journal } from './journal.ts'
import { defaultSettings, mergeSettings, type Settings } from './settings.ts'
import { Clock } from './world/clock.ts'
import { applyEvent, describeWorld, type WorldEvent } from './world/events.ts'
import type { Refresh } from './world/model.ts'
import { seeds } from './world/seeds.ts'
import { World } from './world/world.ts'

type AnyCrawler = { crawl: (refresh: Refresh) => unknown; stop: () => void }

export type SandboxOptions = {
  url: string
  seed: string
  dataDir: string | null
  settings: Partial<Settings>
  /** Origins the crawler may ask besides its own. */
  origins: string[]
  /** The network's time in milliseconds; by default the machine's. */
  now?: (() => number) | undefined
  /** False leaves out the collections that a demo begins with. */
  hasDemo?: boolean | undefined
  /** Works on accepted refreshes; by default by asking the origin of each token. */
  crawler?: ((host: Host) => AnyCrawler) | undefined
}

/** The whole sandbox without its HTTP: world, quotas, faults, crawler, and what it remembers on disk. */
export class Sandbox {
  readonly world: World
  readonly clock: Clock
  readonly quotas = new Quotas()
  readonly faults = new Faults()
  readonly #crawler: AnyCrawler
  readonly #journal: Journal | null
  readonly #requests: Record<string, number> = {}
  readonly #options: SandboxOptions
  #settings: Settings
  #second = { at: 0, count: 0 }

  constructor(options: SandboxOptions) {
    const originUrl = `${options.url}/origin`
    this.clock = new Clock(options.now)
    this.#options = options
    this.#settings = mergeSettings(defaultSettings, options.settings)
    this.#journal = options.dataDir ? new Journal(options.dataDir) : null
    const past = this.#journal?.read(originUrl) ?? []
    const born = past[0]
    const bornAt = born?.kind === 'born' ? born.bornAt : this.clock.now()
    this.world = new World(originUrl, options.seed, bornAt, options.hasDemo === false ? [] : seeds)
    for (const event of past) applyEvent(this.world, event)
    this.#journal?.rewrite(describeWorld(this.world))
    this.#crawler = options.crawler?.(this) ?? new Crawler(this)
    for (const refresh of this.world.refreshes.values()) {
      const projectId = this.world.findCollection(refresh.collection)?.projectId
      if (projectId !== undefined)
        this.quotas.remember(projectId, Date.parse(refresh.startedAt), this.#settings, this.clock.now())
      if (refresh.left.size > 0) void this.#crawler.crawl(refresh)
    }
  }

  get settings(): Settings {
    return this.#settings
  }

  change(changes: Record<string, unknown>): void {
    this.#settings = mergeSettings(this.#settings, changes)
  }

  /** Writes down what happens, and lets it happen. */
  happen(event: WorldEvent): void {
    this.#journal?.append(event)
    applyEvent(this.world, event)
  }

  accept(refresh: Refresh): void {
    this.happen({ kind: 'refresh', refresh: { ...refresh, left: [...refresh.left] } })
    void this.#crawler.crawl(this.world.refreshes.get(refresh.id) ?? refresh)
  }

  stop(): void {
    this.#crawler.stop()
    this.#journal?.close()
  }

  count(operation: Operation): void {
    this.#requests[operation] = (this.#requests[operation] ?? 0) + 1
  }

  isOverRate(nowMs: number): boolean {
    const at = Math.floor(nowMs / 1_000)
    this.#second = this.#second.at === at ? { at, count: this.#second.count + 1 } : { at, count: 1 }
    return this.#settings.requests_per_second > 0 && this.#second.count > this.#settings.requests_per_second
  }

  mayCrawl(url: string): boolean {
    return [new URL(this.world.originUrl).origin, ...this.#options.origins].includes(new URL(url).origin)
  }

  /** What was truly accepted, for whoever checks that nothing was sent twice or lost. */
  record() {
    const all = [...this.world.refreshes.values()]
    const row = ({ id, collection, tokenIds, startedAt, isAnswered }: Refresh) => ({
      refresh_id: id,
      collection_address: collection,
      token_ids: tokenIds,
      accepted_at: startedAt,
      answered: isAnswered,
    })
    return {
      accepted: all.map(row),
      settled: all
        .filter(({ left }) => left.size === 0)
        .map(({ id, completedAt }) => ({ refresh_id: id, completed_at: completedAt })),
      requests: this.#requests,
    }
  }

  describe() {
    const collections = [...this.world.collections.values()].map(
      ({ address, name, owner, projectId, tokens }) => ({
        address,
        name,
        owner,
        project_id: projectId,
        tokens: tokens.size,
        quota: this.quotas.headers(projectId, this.#settings, this.clock.now()),
      }),
    )
    return { settings: this.#settings, collections }
  }
}
