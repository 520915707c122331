import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import type { Need } from '@/lib/domain/refreshes/needs/need.ts'
import { isOnlyWatched } from '@/lib/domain/refreshes/source.ts'
import { plural } from '@/lib/format/count.ts'
import { formatClockSeconds } from '@/lib/format/time.ts'
import { wordsOf } from '@/lib/networks/words.ts'
import { heldText } from '../actions/held-text.ts'
import { findings } from '../actions/search-text.ts'
import { headline } from '../batches/refresh-text.ts'
import { stalledText } from '../page/stalled-text.ts'

type Needing = Pick<RefreshSummary, 'needFacts' | 'state' | 'progress' | 'source' | 'collection'>

/** What is known of one need of a refresh, in the words of its page. */
export function needFactText(need: Need, refresh: Needing, zone?: string): string {
  const { signature, resume, decision, stalled } = refresh.needFacts
  switch (need) {
    case 'signature':
      return `${headline(refresh)} ${isOnlyWatched(refresh.source) ? 'Reading its progress needs a signature.' : unsignedText(signature?.batches)}`
    case 'resume':
      return `${heldText(resume)}, so nothing more is sent.`
    case 'decision': {
      if (!decision) return headline(refresh)
      const { batch, sentAt, candidates, isComplete } = decision
      const when = sentAt ? ` at ${formatClockSeconds(sentAt, zone)}` : ''
      return `The answer to batch ${batch} was lost${when}. ${findings({ candidates: { length: candidates }, isComplete }, refresh.source)}`
    }
    case 'stalled':
      return stalled
        ? `The network ${stalledText(stalled, wordsOf(refresh.collection.network).longestRequest)}`
        : headline(refresh)
  }
}

const unsignedText = (batches = 1) => `${plural(batches, 'batch waits', 'batches wait')} for a signature.`
