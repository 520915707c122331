import type { Metadata } from './behaviour.ts'
import { type CollectionPlan, makeCollection } from './make-collection.ts'
import type { Refresh, RefreshError } from './model.ts'
import type { TokenChange } from './token.ts'
import type { World } from './world.ts'

/** Everything that can happen to a world after its birth, as it is written down. */
export type WorldEvent =
  | { kind: 'born'; bornAt: number; originUrl: string }
  | { kind: 'collection'; plan: CollectionPlan; at: number }
  | { kind: 'owner'; collection: string; owner: string }
  | { kind: 'token'; collection: string; id: string; change: TokenChange }
  | { kind: 'refresh'; refresh: Omit<Refresh, 'left'> & { left: string[] } }
  | { kind: 'crawled'; refresh: string; id: string; shown: Metadata; at: string }
  | { kind: 'failed'; refresh: string; error: RefreshError }

export function applyEvent(world: World, event: WorldEvent): void {
  switch (event.kind) {
    case 'born':
      return
    case 'collection':
      world.addCollection(makeCollection(event.plan, world.seed, world.originUrl, event.at), event)
      return
    case 'owner': {
      const collection = world.findCollection(event.collection)
      if (collection) collection.owner = event.owner
      return
    }
    case 'token':
      world.changeToken(event.collection, event.id, event.change)
      return
    case 'refresh':
      world.refreshes.set(event.refresh.id, { ...event.refresh, left: new Set(event.refresh.left) })
      return
    case 'crawled': {
      const refresh = settle(world, event.refresh, event.id, event.at)
      if (refresh)
        world.changeToken(refresh.collection, event.id, { shown: event.shown, updatedAt: event.at })
      return
    }
    case 'failed':
      settle(world, event.refresh, event.error.tokenId, event.error.at)?.errors.push(event.error)
  }
}

function settle(world: World, refreshId: string, tokenId: string, at: string): Refresh | undefined {
  const refresh = world.refreshes.get(refreshId)
  if (!refresh?.left.delete(tokenId)) return undefined
  if (refresh.left.size === 0) refresh.completedAt = at
  return refresh
}

/** The shortest list of events that makes this world from its birth. */
export function* describeWorld(world: World): Generator<WorldEvent> {
  yield { kind: 'born', bornAt: world.bornAt, originUrl: world.originUrl }
  yield* world.made
  for (const { address, owner, tokens } of world.collections.values()) {
    yield { kind: 'owner', collection: address, owner }
    for (const { id, shown, served, updatedAt, behaviour, isChanged } of tokens.values())
      if (isChanged)
        yield { kind: 'token', collection: address, id, change: { shown, served, updatedAt, behaviour } }
  }
  for (const refresh of world.refreshes.values())
    yield { kind: 'refresh', refresh: { ...refresh, left: [...refresh.left] } }
}
