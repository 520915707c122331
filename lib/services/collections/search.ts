import 'server-only'
import { listStoredCollections } from '../../db/collections/collections.ts'
import { type FoundRefresh, findRefreshByNumber, findRefreshesByNote } from '../../db/refreshes/search.ts'
import { findTokenId } from '../../domain/assets/id-list/numbers/find-token-id.ts'
import type { SearchAnswer, SearchHit } from '../../domain/collections/search-hit-schema.ts'
import { Address } from '../../domain/networks/address-schema.ts'
import { refreshName } from '../../domain/refreshes/refresh-key.ts'
import { refreshTitle } from '../../domain/refreshes/refresh-title.ts'
import { sourceTag } from '../../domain/refreshes/source.ts'
import type { ServiceContext } from '../context.ts'
import { browserImage } from './image-rules.ts'
import { searchAddress } from './search-address.ts'
import { searchNetworks } from './search-networks.ts'
import { searchTokens } from './search-tokens.ts'
import { toCollectionHit } from './to-collection-hit.ts'

const MAX_HITS = 30
const MAX_OF_A_KIND = 6
const MAX_NUMBER = 2 ** 31 - 1

/** What a member may mean by a few characters: a collection, an address, a token or a refresh. */
export async function search(ctx: ServiceContext, { q }: { q: string }): Promise<SearchAnswer> {
  if (q === '') return { items: [] }
  const address = Address.safeParse(q)
  if (address.success) return { items: await searchAddress(ctx, address.data) }
  const hits = await Promise.all([
    searchNumber(ctx, q),
    searchNames(ctx, q),
    searchNotes(ctx, q),
    searchTokens(ctx, { q, id: findTokenId(q) }, MAX_OF_A_KIND),
  ])
  const byHref = new Map(hits.flat().map((hit) => [hit.href, hit]))
  return { items: [...byHref.values()].slice(0, MAX_HITS) }
}

/** `R-0142`, `r142` and `142` all name refresh 142. */
async function searchNumber(ctx: ServiceContext, q: string): Promise<SearchHit[]> {
  const number = Number(/^(?:r-?)?0*(\d{1,10})$/i.exec(q)?.[1] ?? 0)
  if (number < 1 || number > MAX_NUMBER) return []
  const refresh = await findRefreshByNumber(ctx.db, number)
  return refresh ? [toRefreshHit(refresh)] : []
}

async function searchNotes(ctx: ServiceContext, q: string): Promise<SearchHit[]> {
  return (await findRefreshesByNote(ctx.db, q, MAX_OF_A_KIND)).map(toRefreshHit)
}

async function searchNames(ctx: ServiceContext, q: string): Promise<SearchHit[]> {
  const networks = ctx.networks.list()
  const slugs = networks.map(({ slug }) => slug)
  const [stored, found] = await Promise.all([
    listStoredCollections(ctx.db, { text: q, take: MAX_OF_A_KIND }),
    q.length < 2 ? [] : searchNetworks(ctx, networks, { text: q, take: MAX_OF_A_KIND }),
  ])
  return [...stored.map(({ collection }) => collection), ...found]
    .filter(({ network }) => slugs.includes(network))
    .map((collection) => toCollectionHit(ctx, collection))
}

function toRefreshHit(refresh: FoundRefresh): SearchHit {
  const { id, number, source, collection } = refresh
  const tag = sourceTag(source)
  return {
    kind: 'refresh',
    title: refreshTitle(refresh),
    detail: [refreshName(number), collection.name, tag].filter(Boolean).join(', '),
    imageUrl: browserImage(collection.imageUrl),
    href: `/refreshes/${id}`,
  }
}
