import type { RefreshSource } from '@/lib/domain/refreshes/model-schema.ts'
import { sourceTag } from '@/lib/domain/refreshes/source.ts'
import { Tag } from '../tag.tsx'

/** The source of a refresh, unless the team submitted it here. */
export function SourceTag({ source }: { source: RefreshSource }) {
  const words = sourceTag(source)
  return words ? <Tag>{words}</Tag> : null
}
