import { AssetIndex } from './asset-index.ts'
import { makeCollection } from './make-collection.ts'
import type { Collection, Metadata, Refresh, Token } from './model.ts'
import { seeds } from './seeds.ts'
import { timestamp } from './timestamp.ts'

/** Everything the sandbox knows, in memory. */
export class World {
  readonly collections = new Map<string, Collection>()
  readonly refreshes = new Map<string, Refresh>()
  readonly indexes = new Map<string, AssetIndex>()
  readonly originUrl: string
  readonly seed: string

  constructor(originUrl: string, seed: string, nowMs: number) {
    this.originUrl = originUrl
    this.seed = seed
    for (const plan of seeds) this.addCollection(makeCollection(plan, seed, originUrl, nowMs))
  }

  addCollection(collection: Collection): void {
    this.collections.set(collection.address, collection)
    this.indexes.set(collection.address, new AssetIndex([...collection.tokens.values()]))
  }

  findCollection(address: string): Collection | undefined {
    return this.collections.get(address.toLowerCase())
  }

  findBySlug(slug: string): Collection | undefined {
    return [...this.collections.values()].find((collection) => collection.slug === slug)
  }

  /** The network now shows what the crawler read. */
  showMetadata(collection: Collection, token: Token, metadata: Metadata, nowMs: number): void {
    token.shown = metadata
    token.updatedAt = timestamp(nowMs)
    this.indexes.get(collection.address)?.touch()
  }
}
