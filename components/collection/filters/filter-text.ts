import { visibleName } from '../../../lib/core/visible-name.ts'
import type { NetworkSlug } from '../../../lib/domain/networks/network-slug.ts'
import { formatDate } from '../../../lib/format/day.ts'
import { describeAssetStatus } from '../../../lib/networks/asset-words.ts'
import { type BrowseState, toggleTrait } from '../browse/browse-state.ts'
import { lastRefreshText } from './last-refresh-text.ts'

type ActiveFilter = { key: string; words: string; without: Partial<BrowseState> }

/** Each active filter as text, with the change that removes it. */
export function listFilters(state: BrowseState, network: NetworkSlug, zone?: string): ActiveFilter[] {
  const day = (moment: string) => formatDate(new Date(moment), zone)
  const found: ActiveFilter[] = []
  if (state.name) found.push({ key: 'name', words: `Name: ${state.name}`, without: { name: null } })
  if (state.lastRefresh) {
    found.push({
      key: 'last',
      words:
        state.lastRefresh === 'old' ? 'Refreshed more than 7 days ago' : lastRefreshText[state.lastRefresh],
      without: { lastRefresh: null },
    })
  }
  for (const [trait, values] of Object.entries(state.traits)) {
    for (const value of values) {
      found.push({
        key: `${trait} ${value}`,
        words: `${visibleName(trait) ?? '(blank)'}: ${visibleName(value) ?? '(blank)'}`,
        without: { traits: toggleTrait(state.traits, trait, value) },
      })
    }
  }
  if (state.status) {
    found.push({
      key: 'status',
      words: `Status: ${describeAssetStatus(network, state.status)}`,
      without: { status: null },
    })
  }
  if (state.user) {
    found.push({
      key: 'user',
      words: `Owner: ${state.user.slice(0, 6)}…${state.user.slice(-4)}`,
      without: { user: null },
    })
  }
  if (state.updatedAfter) {
    found.push({
      key: 'after',
      words: `Updated since ${day(state.updatedAfter)}`,
      without: { updatedAfter: null },
    })
  }
  if (state.updatedBefore) {
    found.push({
      key: 'before',
      words: `Updated before ${day(state.updatedBefore)}`,
      without: { updatedBefore: null },
    })
  }
  return found
}
