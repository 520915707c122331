import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'

export type NeedWords = {
  words: string
  /** Left out of a narrow header. */
  more: string
  href: string
}

type Divided = { mine: readonly RefreshSummary[]; others: readonly RefreshSummary[] }

/** `1 needs you`, `2 need you`: what the header and the tab say. */
export const needsYouText = (count: number): string => `${count} ${count === 1 ? 'needs' : 'need'} you`

/** `1 for you, 2 with others`: the same two counts on Home. */
export const dividedText = (mine: number, others: number): string =>
  [mine > 0 && `${mine} for you`, others > 0 && `${others} with others`].filter(Boolean).join(', ')

/** The header's text and link for refreshes waiting for someone, this member first; null when none is. */
export function needText({ mine, others }: Divided): NeedWords | null {
  if (mine.length > 0) return { words: needsYouText(mine.length), more: '', href: placeOf(mine, 'you') }
  if (others.length === 0) return null
  return {
    words: `${others.length} waiting`,
    more: ` for ${whatFor(others)}`,
    href: placeOf(others, 'anyone'),
  }
}

function placeOf(refreshes: readonly RefreshSummary[], needs: 'you' | 'anyone'): string {
  const [only, ...others] = refreshes
  return only && others.length === 0 ? `/refreshes/${only.id}` : `/refreshes?needs=${needs}`
}

function whatFor(refreshes: readonly RefreshSummary[]): string {
  const needs = new Set(refreshes.flatMap((refresh) => refresh.needs))
  const [only, ...more] = needs
  if (more.length === 0 && only === 'signature') return 'a signature'
  if (more.length === 0 && only === 'stalled') return 'the network'
  return needs.has('signature') || needs.has('stalled') ? 'others' : 'a decision'
}
