import type { Behaviour, Metadata } from './behaviour.ts'
import type { Art, Collection } from './model.ts'
import { addressOf, pick, randomOf } from './random.ts'
import { timestamp } from './timestamp.ts'
import { Token } from './token.ts'
import { themes } from './traits.ts'

const DAY_MS = 86_400_000
const HOLDERS = 400
const statuses = [
  'imx',
  'imx',
  'imx',
  'imx',
  'imx',
  'imx',
  'imx',
  'imx',
  'imx',
  'imx',
  'imx',
  'eth',
  'withdrawable',
  'preparing_withdrawal',
]

export type CollectionPlan = {
  slug: string
  name: string
  description: string
  art: Art
  owner: string
  projectId: number
  tokens: number
  broken: Record<string, Behaviour>
  address?: string
  /** Elsewhere than this sandbox's origin. */
  metadataApiUrl?: string
}

/** A collection that depends only on the plan, the seed and the day's start. */
export function makeCollection(
  plan: CollectionPlan,
  seed: string,
  originUrl: string,
  nowMs: number,
): Collection {
  const address = (plan.address ?? addressOf('collection', seed, plan.slug)).toLowerCase()
  const makeToken = tokenMaker(plan, address, seed, originUrl, nowMs)
  const tokens = Array.from({ length: plan.tokens }, (_, at) => makeToken(at + 1))
  return {
    address,
    slug: plan.slug,
    name: plan.name,
    description: plan.description,
    owner: plan.owner,
    projectId: plan.projectId,
    art: plan.art,
    createdAt: timestamp(nowMs - 90 * DAY_MS, 0),
    metadataApiUrl: plan.metadataApiUrl ?? `${originUrl}/${plan.slug}`,
    tokens: new Map(tokens.map((token) => [token.id, token])),
  }
}

function tokenMaker(plan: CollectionPlan, address: string, seed: string, originUrl: string, nowMs: number) {
  const imageUrl = `${originUrl}/${plan.slug}`
  const stem = { imxId: addressOf('asset', address), collection: plan.name, imageUrl }
  const owner = plan.owner.toLowerCase()
  const holders = Array.from({ length: HOLDERS }, (_, at) => addressOf('holder', String(at)))
  const looks = new Map<string, Metadata>()
  const daysAgo = (days: number, micros: number) => timestamp(nowMs - days * DAY_MS, micros)

  return (number: number): Token => {
    // The order of these lines is the world: each takes the next number.
    const random = randomOf(seed, plan.slug, number)
    const look = drawLook(plan.art, random, looks)
    const level = 1 + Math.floor(random() * 60)
    const createdDays = 30 + random() * 60
    const user = random() < 0.2 ? owner : pick(random, holders)
    const status = pick(random, statuses)
    const createdAt = daysAgo(createdDays, Math.floor(random() * 1_000))
    const updatedAt = daysAgo(1 + random() * 20, Math.floor(random() * 1_000))
    const behaviour = plan.broken[number] ?? 'ok'
    return new Token({ number, stem, user, status, look, level, createdAt, updatedAt, behaviour })
  }
}

/** Name and traits; who looks alike shares them. */
function drawLook(art: Art, random: () => number, known: Map<string, Metadata>): Metadata {
  const { kinds, named, noun } = themes[art]
  const traits = Object.entries(kinds).map(([key, values]) => [key, pick(random, values)] as const)
  const key = traits.map(([, value]) => value).join()
  const drawn = known.get(key)
  if (drawn) return drawn
  const values = Object.fromEntries(traits)
  const look = { name: `${values[named]} ${noun}`, ...values }
  known.set(key, look)
  return look
}
