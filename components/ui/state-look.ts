import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CirclePause,
  CircleX,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
  PenLine,
} from 'lucide-react'
import type { RefreshState } from '@/lib/domain/batches/state.ts'
import { batchText, batchTones, type ShownBatch, type ShownState, shownState } from './batch-text.ts'
import type { Tone } from './tone.ts'

export type Look = { words: string; tone: Tone; icon: LucideIcon }

export const refreshLooks: Record<RefreshState, Look> = {
  running: { words: 'Running', tone: 'info', icon: LoaderCircle },
  waiting_authority: { words: 'Waiting for a signature', tone: 'waiting', icon: PenLine },
  waiting_quota: { words: 'Waiting for quota', tone: 'waiting', icon: Hourglass },
  waiting_turn: { words: 'Blocked by lost request', tone: 'waiting', icon: Hourglass },
  paused: { words: 'Paused', tone: 'waiting', icon: CirclePause },
  unknown: { words: 'Outcome unknown', tone: 'unknown', icon: CircleHelp },
  succeeded: { words: 'Succeeded', tone: 'succeeded', icon: CircleCheck },
  partly_failed: { words: 'Partly failed', tone: 'failed', icon: CircleAlert },
  failed: { words: 'Failed', tone: 'failed', icon: CircleX },
  inconclusive: { words: 'Inconclusive', tone: 'unknown', icon: CircleHelp },
  cancelled: { words: 'Cancelled', tone: 'pending', icon: Ban },
  stalled: { words: 'Stalled', tone: 'waiting', icon: CirclePause },
}

const batchIcons: Record<ShownState, LucideIcon> = {
  planned: CircleDashed,
  preparing: CircleDashed,
  ready: CircleDashed,
  sending: LoaderCircle,
  accepted: CircleDashed,
  queued: CircleDashed,
  in_progress: LoaderCircle,
  lost: CircleHelp,
  finished: CircleCheck,
  partly_failed: CircleAlert,
  failed: CircleX,
  inconclusive: CircleHelp,
  rejected: CircleX,
  cancelled: Ban,
}

export function batchLook(batch: ShownBatch): Look {
  const shown = shownState(batch)
  return { words: batchText[shown], tone: batchTones[shown], icon: batchIcons[shown] }
}
