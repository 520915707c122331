import type { CollectionCard } from '@/lib/domain/collections/collection-card-schema.ts'
import { formatCount } from '@/lib/format/count.ts'

/** How many tokens a collection has, as far as they were counted. */
export function tokensText(tokens: CollectionCard['tokens']): string {
  if (!tokens || (tokens.count === 0 && !tokens.isComplete)) return 'not counted yet'
  return tokens.isComplete ? formatCount(tokens.count) : `${formatCount(tokens.count)} so far`
}
