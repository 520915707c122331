import { LoaderCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import type { RefreshState } from '@/lib/domain/batches/state.ts'
import type { ShownBatch } from './batch-text.ts'
import { batchLook, type Look, refreshLooks } from './state-look.ts'
import { type Tone, toneIcons, toneText, toneTint } from './tone.ts'

type Named =
  | { kind: 'refresh'; value: RefreshState }
  | { kind: 'batch'; value: ShownBatch }
  | { tone: Tone; words: ReactNode; icon?: Look['icon'] }
type Props = Named & {
  /** For use beside a title; plain in tables. */
  isChip?: boolean
  className?: string
}

/** An icon and a word, so that the state doesn't depend on colour. */
export function State(props: Props) {
  const { words, tone, icon: Icon } = lookOf(props)
  const spin =
    Icon === LoaderCircle ? 'animate-spin motion-reduce:animate-none [animation-duration:1.6s]' : ''
  const chip = props.isChip ? `rounded-full border px-2 py-0.5 ${toneTint[tone]}` : ''
  return (
    <span
      className={`inline-flex items-center gap-1.5 font-medium whitespace-nowrap ${toneText[tone]} ${chip} ${props.className ?? ''}`}
    >
      <Icon aria-hidden className={`size-3.5 shrink-0 ${spin}`} strokeWidth={2.25} />
      {words}
    </span>
  )
}

function lookOf(props: Named): Omit<Look, 'words'> & { words: ReactNode } {
  if ('tone' in props)
    return { words: props.words, tone: props.tone, icon: props.icon ?? toneIcons[props.tone] }
  return props.kind === 'refresh' ? refreshLooks[props.value] : batchLook(props.value)
}
