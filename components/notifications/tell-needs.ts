import { parseJson } from '@/lib/core/parse-json.ts'
import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { learnNeeds, type SeenNeeds } from '@/lib/domain/refreshes/needs/learn-needs.ts'
import type { Help } from '@/lib/domain/refreshes/needs/need.ts'
import { noticesOf } from './notice-text.ts'
import { showNotice } from './show-notice.ts'
import { isHeld, tabLocks } from './tab-locks.ts'

const KEY = 'notifications-told'

/**
 * Shows what newly needs this member, in whichever tab learns of it first. What comes while somebody looks at the desk
 * counts as told: the header says it.
 */
export async function tellNeeds(
  refreshes: readonly RefreshSummary[],
  member: string,
  help: Help,
): Promise<void> {
  const seen = readSeen(member)
  if (learnNeeds(seen, refreshes, help).seen === seen) return
  await navigator.locks.request(KEY, async () => {
    const { seen, fresh } = learnNeeds(readSeen(member), refreshes, help)
    localStorage.setItem(KEY, JSON.stringify({ member, seen }))
    if (fresh.length === 0 || (await isHeld(tabLocks.lookedAt))) return
    for (const notice of noticesOf(fresh, help)) showNotice(notice)
  })
}

/** Kept for one member: another who signs in here has other needs. */
function readSeen(member: string): SeenNeeds {
  // Written above, by this version of the desk or an older one.
  const kept = parseJson(localStorage.getItem(KEY) ?? '') as { member?: string; seen?: SeenNeeds } | undefined
  return kept?.member === member && kept.seen ? kept.seen : {}
}
