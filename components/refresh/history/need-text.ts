import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { canHelp, type Help } from '@/lib/domain/refreshes/need.ts'

export type NeedWords = { words: string /** Left out of a narrow header. */; more: string; href: string }

/** The header's text and link for refreshes waiting for someone, this member first; null when none is. */
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
