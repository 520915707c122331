import type { CollectionCard } from '@/lib/domain/collections/collection-card-schema.ts'
import { partOf, plural } from '@/lib/format/count.ts'
import type { Tone } from '../ui/tone.ts'

type LastRefresh = Pick<NonNullable<CollectionCard['lastRefresh']>, 'state' | 'progress'>

/** The outcome of a collection's latest refresh; null where its state says more. */
export function outcomeText({ state, progress }: LastRefresh): { words: string; tone: Tone } | null {
  const { failed, succeeded, total, unknown } = progress
  if (state === 'succeeded') return { words: `${plural(total, 'token')} refreshed`, tone: 'succeeded' }
  if (state === 'inconclusive')
    return { words: `${partOf(unknown, total, 'token')} unknown`, tone: 'unknown' }
  if (state !== 'failed' && state !== 'partly_failed') return null
  const words =
    failed > 0 ? `${partOf(failed, total, 'token')} failed` : `${partOf(succeeded, total, 'token')} refreshed`
  return { words, tone: 'failed' }
}
