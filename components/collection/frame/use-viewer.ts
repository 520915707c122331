'use client'

import { useNetwork } from '../../../lib/api/networks/use-network.ts'
import { useSession } from '../../../lib/api/use-session.ts'
import type { NetworkSlug } from '../../../lib/domain/networks/network-slug.ts'
import { hasRole } from '../../../lib/domain/team/model.ts'

/** Tokens per request until the network's own limit is loaded; a plan always uses the real one. */
const USUAL_BATCH_SIZE = 1_000

const viewerObstacle =
  'As a viewer you can see everything but not submit. Ask an admin to make you an operator.'

/** What collection pages need about the signed-in member and the network. */
export function useViewer(slug: NetworkSlug) {
  const { member, preferences, mode } = useSession()
  const { name, card } = useNetwork(slug)
  return {
    address: member.address,
    isDemo: mode === 'demo',
    hasShortcuts: preferences.shortcuts,
    networkName: name,
    batchSize: card?.batchSize ?? USUAL_BATCH_SIZE,
    obstacle: hasRole(member.role, 'operator') ? null : viewerObstacle,
  }
}
