import {
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleX,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
} from 'lucide-react'

export type Tone = 'succeeded' | 'failed' | 'waiting' | 'unknown' | 'info' | 'pending'

export const toneIcons: Record<Tone, LucideIcon> = {
  succeeded: CircleCheck,
  failed: CircleX,
  waiting: Hourglass,
  unknown: CircleHelp,
  info: LoaderCircle,
  pending: CircleDashed,
}

export const toneText: Record<Tone, string> = {
  succeeded: 'text-succeeded',
  failed: 'text-failed',
  waiting: 'text-waiting',
  unknown: 'text-unknown',
  info: 'text-info',
  pending: 'text-pending',
}

export const toneTint: Record<Tone, string> = {
  succeeded: 'bg-succeeded-soft border-succeeded-line',
  failed: 'bg-failed-soft border-failed-line',
  waiting: 'bg-waiting-soft border-waiting-line',
  unknown: 'bg-unknown-soft border-unknown-line',
  info: 'bg-info-soft border-info-line',
  pending: 'bg-pending-soft border-pending-line',
}
