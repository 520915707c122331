'use client'

import { useNetwork } from '../../../lib/api/use-network.ts'
import { useSession } from '../../../lib/api/use-session.ts'
import type { NetworkSlug } from '../../../lib/domain/networks/network-slug.ts'
import { hasRole } from '../../../lib/domain/team/model.ts'

/** Tokens per request until the network's own number is known; the plan before a submit always has it. */
const USUAL_BATCH_SIZE = 1_000

const viewerObstacle =
  'You are a viewer: you see everything, but only an operator or an admin can submit. Ask an admin of your team.'

/** What the pages of a collection need to know about the member who reads them and about the network. */
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
