import type { RefreshOrigin } from '@/lib/refresh/model.ts'
import { originTag } from '@/lib/refresh/origin.ts'
import { Tag } from './tag.tsx'

/** Where a refresh comes from, unless the team sent it from this desk. */
export function OriginTag({ origin }: { origin: RefreshOrigin }) {
  const words = originTag(origin)
  return words ? <Tag>{words}</Tag> : null
}
