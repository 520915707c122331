import type { Progress } from '../../../lib/domain/batches/batch-schema.ts'
import { formatCount } from '../../../lib/format/count.ts'

const kinds = ['succeeded', 'failed', 'unknown', 'cancelled', 'pending'] as const

/** `47 succeeded, 13 failed`: the number of tokens per outcome. */
export function outcomeText(progress: Progress): string {
  const parts = kinds.filter((kind) => progress[kind] > 0)
  if (parts.length === 0) return 'no tokens yet'
  return parts.map((kind) => `${formatCount(progress[kind])} ${kind}`).join(', ')
}
