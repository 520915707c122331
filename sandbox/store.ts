import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { makeCollection } from './world/make-collection.ts'
import type { Behaviour, Metadata, Refresh } from './world/model.ts'
import type { World } from './world/world.ts'

export type MadeCollection = { kind: 'collection'; plan: Parameters<typeof makeCollection>[0] }

type TokenChange = { shown: Metadata; served: Metadata; updatedAt: string; behaviour: Behaviour }
export type Snapshot = {
  bornAt: number
  made: MadeCollection[]
  owners: Record<string, string>
  refreshes: Refresh[]
  /** Only what differs from the seed: collection address to token id to what it is now. */
  tokens: Record<string, Record<string, TokenChange>>
}

const FILE = 'sandbox.json'

export function readSnapshot(dataDir: string): Snapshot | null {
  try {
    return JSON.parse(readFileSync(join(dataDir, FILE), 'utf8'))
  } catch {
    return null
  }
}

/** Written beside and renamed, so that a killed process leaves the old one whole. Signatures never get here. */
export function writeSnapshot(dataDir: string, snapshot: Snapshot): void {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, FILE)
  writeFileSync(`${file}.new`, JSON.stringify(snapshot), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** What `world` is beyond `pristine`, the same world as it was born. */
export function takeSnapshot(
  world: World,
  pristine: World,
  made: MadeCollection[],
  bornAt: number,
): Snapshot {
  const tokens: Snapshot['tokens'] = {}
  for (const collection of world.collections.values()) {
    const before = pristine.findCollection(collection.address)
    for (const token of collection.tokens.values()) {
      const was = before?.tokens.get(token.id)
      const { shown, served, updatedAt, behaviour } = token
      const isSame =
        was?.updatedAt === updatedAt &&
        was.behaviour === behaviour &&
        JSON.stringify(was.served) === JSON.stringify(served)
      if (isSame) continue
      tokens[collection.address] ??= {}
      Object.assign(tokens[collection.address] ?? {}, { [token.id]: { shown, served, updatedAt, behaviour } })
    }
  }
  const owners = Object.fromEntries(
    [...world.collections.values()].map(({ address, owner }) => [address, owner]),
  )
  return { bornAt, made, owners, refreshes: [...world.refreshes.values()], tokens }
}

export function applySnapshot(world: World, snapshot: Snapshot): void {
  for (const [address, changes] of Object.entries(snapshot.tokens)) {
    const collection = world.findCollection(address)
    for (const [id, change] of Object.entries(changes))
      Object.assign(collection?.tokens.get(id) ?? {}, change)
  }
  for (const [address, owner] of Object.entries(snapshot.owners)) {
    const collection = world.findCollection(address)
    if (collection) collection.owner = owner
  }
  for (const refresh of snapshot.refreshes) world.refreshes.set(refresh.id, refresh)
}
