import { AssetIndex } from './asset-index.ts'
import { type CollectionPlan, makeCollection } from './make-collection.ts'
import type { Collection, Refresh } from './model.ts'
import type { TokenChange } from './token.ts'

type MadeCollection = { kind: 'collection'; plan: CollectionPlan; at: number }

/** Everything the sandbox knows, in memory. */
export class World {
  readonly collections = new Map<string, Collection>()
  readonly refreshes = new Map<string, Refresh>()
  readonly indexes = new Map<string, AssetIndex>()
  /** How the collections beyond the seeded ones came to be. */
  readonly made: MadeCollection[] = []
  readonly originUrl: string
  readonly seed: string
  readonly bornAt: number
  readonly #bySlug = new Map<string, Collection>()

  constructor(originUrl: string, seed: string, bornAt: number, plans: CollectionPlan[]) {
    this.originUrl = originUrl
    this.seed = seed
    this.bornAt = bornAt
    for (const plan of plans) this.addCollection(makeCollection(plan, seed, originUrl, bornAt))
  }

  addCollection(collection: Collection, made?: MadeCollection): void {
    if (made) this.made.push(made)
    this.collections.set(collection.address, collection)
    this.#bySlug.set(collection.slug, collection)
    this.indexes.set(collection.address, new AssetIndex([...collection.tokens.values()]))
  }

  findCollection(address: string): Collection | undefined {
    return this.collections.get(address.toLowerCase())
  }

  findBySlug(slug: string): Collection | undefined {
    return this.#bySlug.get(slug)
  }

  changeToken(address: string, id: string, change: TokenChange): void {
    const token = this.findCollection(address)?.tokens.get(id)
    if (!token) return
    token.change(change)
    if (change.shown) this.indexes.get(address.toLowerCase())?.touch()
  }
}
