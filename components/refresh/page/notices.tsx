'use client'

import dynamic from 'next/dynamic'
import { isFinished } from '@/lib/domain/batches/state.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import type { SignSlot } from '../retry/sign-slot.ts'

// Most refreshes need none of these, so the code comes with the state that shows it.
const WaitingSignature = dynamic(
  () => import('./waiting-signature.tsx').then((module) => module.WaitingSignature),
  { loading: () => null },
)
const PausePanel = dynamic(() => import('../actions/pause-panel.tsx').then((module) => module.PausePanel), {
  loading: () => null,
})
const DecisionPanels = dynamic(
  () => import('../actions/decision-panel.tsx').then((module) => module.DecisionPanels),
  { loading: () => null },
)
const StalledNote = dynamic(() => import('./stalled-note.tsx').then((module) => module.StalledNote), {
  loading: () => null,
})
const ExpandingNote = dynamic(() => import('./expanding-note.tsx').then((module) => module.ExpandingNote), {
  loading: () => null,
})

type Props = { refresh: RefreshDetail; canAct: boolean; sign: SignSlot }

/** What a refresh waits for, most urgent first. */
export function Notices({ refresh, canAct, sign }: Props) {
  const { needs, pause, state, batches, expanding } = refresh
  return (
    <>
      {needs.includes('signature') ? <WaitingSignature refresh={refresh} sign={sign} /> : null}
      {pause && !isFinished(state) ? <PausePanel refresh={refresh} pause={pause} canAct={canAct} /> : null}
      {batches.some(({ search }) => search?.needsPerson) ? (
        <DecisionPanels refresh={refresh} canAct={canAct} />
      ) : null}
      {state === 'stalled' ? <StalledNote refresh={refresh} /> : null}
      {expanding ? <ExpandingNote refresh={refresh} expanding={expanding} /> : null}
    </>
  )
}
