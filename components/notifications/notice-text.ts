import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { firstNeed, type Help, type Need } from '@/lib/domain/refreshes/needs/need.ts'
import { refreshName } from '@/lib/domain/refreshes/refresh-key.ts'
import { refreshTitle } from '@/lib/domain/refreshes/refresh-title.ts'

export type Notice = { title: string; body: string; href: string; tag: string }

const words: Record<Need, string> = {
  signature: 'needs your signature',
  decision: 'needs your decision',
  resume: 'is on hold until someone resumes it',
  stalled: 'has stalled',
}

/** So many get a notification each; more are counted in one. */
const MOST = 3
const LONGEST_TITLE = 80

/** What the browser says of refreshes that newly need this member. */
export function noticesOf(refreshes: readonly RefreshSummary[], help: Help): Notice[] {
  if (refreshes.length <= MOST) return refreshes.map((refresh) => noticeOf(refresh, help))
  const names = refreshes.slice(0, MOST).map(({ number }) => refreshName(number))
  return [
    {
      title: `${refreshes.length} refreshes need you`,
      body: `${names.join(', ')} and ${refreshes.length - MOST} more`,
      href: '/refreshes?needs=you',
      tag: 'needs',
    },
  ]
}

function noticeOf(refresh: RefreshSummary, help: Help): Notice {
  const need = firstNeed(help, refresh)
  return {
    title: `${refreshName(refresh.number)} ${need ? words[need] : 'needs you'}`,
    body: shorten(refreshTitle(refresh)),
    href: `/refreshes/${refresh.id}`,
    tag: `desk-${refresh.id}`,
  }
}

const shorten = (text: string) =>
  text.length <= LONGEST_TITLE ? text : `${[...text].slice(0, LONGEST_TITLE - 1).join('')}…`
