import { Faults, type Operation } from './control/faults.ts'
import { Crawler } from './crawler/crawler.ts'
import { Quotas } from './imx/quotas.ts'
import { defaultSettings, mergeSettings, type Settings } from './settings.ts'
import { applySnapshot, type MadeCollection, readSnapshot, takeSnapshot, writeSnapshot } from './store.ts'
import { makeCollection } from './world/make-collection.ts'
import type { Refresh } from './world/model.ts'
import { World } from './world/world.ts'

const SAVE_AFTER_MS = 500

export type SandboxOptions = {
  url: string
  seed: string
  dataDir: string | null
  settings: Partial<Settings>
  /** Origins the crawler may ask besides its own. */
  origins: string[]
}

/** The whole sandbox without its HTTP: world, quotas, faults, crawler, and what it remembers on disk. */
export class Sandbox {
  readonly world: World
  readonly quotas = new Quotas()
  readonly faults = new Faults()
  readonly #pristine: World
  readonly #crawler: Crawler
  readonly #made: MadeCollection[] = []
  readonly #requests: Record<string, number> = {}
  readonly #options: SandboxOptions
  readonly #bornAt: number
  #settings: Settings
  #saving: ReturnType<typeof setTimeout> | undefined
  #second = { at: 0, count: 0 }

  constructor(options: SandboxOptions) {
    const snapshot = options.dataDir ? readSnapshot(options.dataDir) : null
    const originUrl = `${options.url}/origin`
    this.#options = options
    this.#settings = mergeSettings(defaultSettings, options.settings)
    this.#bornAt = snapshot?.bornAt ?? Date.now()
    this.world = new World(originUrl, options.seed, this.#bornAt)
    this.#pristine = new World(originUrl, options.seed, this.#bornAt)
    this.#crawler = new Crawler(this)
    for (const made of snapshot?.made ?? []) {
      this.world.addCollection(makeCollection(made.plan, options.seed, originUrl, this.#bornAt))
      this.#made.push(made)
    }
    if (snapshot) applySnapshot(this.world, snapshot)
    for (const refresh of this.world.refreshes.values())
      if (refresh.status !== 'completed') void this.#crawler.crawl(refresh)
  }

  get settings(): Settings {
    return this.#settings
  }

  change(changes: Record<string, unknown>): void {
    this.#settings = mergeSettings(this.#settings, changes)
  }

  accepted(refresh: Refresh): void {
    this.#save()
    void this.#crawler.crawl(refresh)
  }

  remember(made: MadeCollection): void {
    this.#made.push(made)
    this.changed()
  }

  /** Something on disk is out of date; a burst of changes is written once. */
  changed(): void {
    if (this.#options.dataDir) this.#saving ??= setTimeout(() => this.#save(), SAVE_AFTER_MS)
  }

  #save(): void {
    clearTimeout(this.#saving)
    this.#saving = undefined
    if (this.#options.dataDir)
      writeSnapshot(this.#options.dataDir, takeSnapshot(this.world, this.#pristine, this.#made, this.#bornAt))
  }

  stop(): void {
    this.#crawler.stop()
    this.#save()
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
        .filter(({ status }) => status === 'completed')
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
        quota: this.quotas.headers(projectId, this.#settings, Date.now()),
      }),
    )
    return { settings: this.#settings, collections }
  }
}
