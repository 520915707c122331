import type { Art, Behaviour, Collection, Metadata, Token } from './model.ts'
import { addressOf, pick, randomOf } from './random.ts'
import { timestamp } from './timestamp.ts'
import { themes } from './traits.ts'

const DAY_MS = 86_400_000
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
  const ids = Array.from({ length: plan.tokens }, (_, at) => String(at + 1))
  const tokens = ids.map((id) => makeToken(plan, address, id, seed, originUrl, nowMs))
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

function makeToken(
  plan: CollectionPlan,
  address: string,
  id: string,
  seed: string,
  originUrl: string,
  nowMs: number,
): Token {
  const random = randomOf(seed, plan.slug, id)
  const served = makeMetadata(plan, id, random, originUrl)
  const createdMs = nowMs - (30 + random() * 60) * DAY_MS
  return {
    id,
    imxId: `${addressOf('asset', address)}${Number(id).toString(16).padStart(24, '0')}`,
    user: random() < 0.2 ? plan.owner.toLowerCase() : addressOf('holder', String(Math.floor(random() * 400))),
    status: pick(random, statuses),
    createdAt: timestamp(createdMs, Math.floor(random() * 1_000)),
    updatedAt: timestamp(nowMs - (1 + random() * 20) * DAY_MS, Math.floor(random() * 1_000)),
    shown: { ...served, Level: Math.max(1, Number(served.Level) - 1) },
    served,
    behaviour: plan.broken[id] ?? 'ok',
    isChanged: false,
  }
}

function makeMetadata(plan: CollectionPlan, id: string, random: () => number, originUrl: string): Metadata {
  const theme = themes[plan.art]
  const traits = Object.fromEntries(
    Object.entries(theme.kinds).map(([key, values]) => [key, pick(random, values)]),
  )
  return {
    name: `${traits[theme.named]} ${theme.noun}`,
    description: `Number ${id} of ${plan.name}.`,
    image_url: `${originUrl}/${plan.slug}/${id}.svg`,
    ...traits,
    Level: 1 + Math.floor(random() * 60),
  }
}
