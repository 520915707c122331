import type { RefreshSource } from '@/lib/domain/refreshes/model.ts'
import { sourceTag } from '@/lib/domain/refreshes/source.ts'
import { Tag } from '../tag.tsx'

/** Where a refresh comes from, unless the team sent it from this desk. */
export function SourceTag({ source }: { source: RefreshSource }) {
  const words = sourceTag(source)
  return words ? <Tag>{words}</Tag> : null
}
