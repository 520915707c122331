import type { RefreshImportState } from '../../../lib/domain/refreshes/refresh-import-schema.ts'
import { formatCount, plural } from '../../../lib/format/count.ts'

/** The progress or result of an import. */
export function importProgressText({ listed, imported, state }: RefreshImportState): string {
  if (listed === 0 && state === 'running') {
    const soFar = imported > 0 ? `, ${formatCount(imported)} new so far` : ''
    return `Reading the network’s list${soFar}`
  }
  if (listed === 0) return 'The network lists no refreshes of this collection by its owner.'
  return `Read ${plural(listed, 'refresh', 'refreshes')}, ${formatCount(imported)} new`
}

/** How many refreshes were not imported, and why. */
export function leftOutText({ leftOut }: RefreshImportState): string | null {
  if (leftOut === 0) return null
  const [were, each] = leftOut === 1 ? ['was', 'It'] : ['were', 'Each']
  return `${formatCount(leftOut)} ${were} left out. ${each} may be a request of this desk whose outcome is still unknown, or the network lists too little about it. Import again later.`
}
