import type { RefreshSummary } from '@/lib/domain/refreshes/model.ts'
import { canHelp, type Help } from '@/lib/domain/refreshes/need.ts'

export type NeedWords = { words: string /** What a narrow header leaves out. */; more: string; href: string }

/** What the header says of refreshes that wait for a person, this one first, and where they are; null when none does. */
export function needText(refreshes: readonly RefreshSummary[], help: Help): NeedWords | null {
  const waiting = refreshes.filter(({ needs }) => needs.length > 0)
  const mine = waiting.filter((refresh) => canHelp(help, refresh))
  if (mine.length > 0) {
    const words = `${mine.length} ${mine.length === 1 ? 'needs' : 'need'} you`
    return { words, more: '', href: placeOf(mine, 'you') }
  }
  if (waiting.length === 0) return null
  return {
    words: `${waiting.length} waiting`,
    more: ` for ${whatFor(waiting)}`,
    href: placeOf(waiting, 'anyone'),
  }
}

function placeOf(refreshes: readonly RefreshSummary[], needs: 'you' | 'anyone'): string {
  const [only, ...others] = refreshes
  return only && others.length === 0 ? `/refreshes/${only.id}` : `/refreshes?needs=${needs}`
}

function whatFor(refreshes: readonly RefreshSummary[]): string {
  const needs = refreshes.flatMap((refresh) => refresh.needs)
  if (needs.every((need) => need === 'signature')) return 'a signature'
  return needs.includes('signature') ? 'others' : 'a decision'
}
