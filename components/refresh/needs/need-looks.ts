import { CirclePause } from 'lucide-react'
import type { Need } from '@/lib/domain/refreshes/needs/need.ts'
import { type Look, refreshLooks } from '../../ui/state-look.ts'

export const needLooks: Record<Need, Look> = {
  signature: refreshLooks.waiting_authority,
  resume: { words: 'Held', tone: 'waiting', icon: CirclePause },
  decision: refreshLooks.unknown,
  stalled: refreshLooks.stalled,
}
