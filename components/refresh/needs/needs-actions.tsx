'use client'

import { PenLine } from 'lucide-react'
import { useId } from 'react'
import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import type { Need } from '@/lib/domain/refreshes/needs/need.ts'
import { refreshTitle } from '@/lib/domain/refreshes/refresh-title.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { SearchNowButton } from '../batches/search-now-button.tsx'
import { ResumeButton } from './resume-button.tsx'

type Props = {
  need: Need
  refresh: RefreshSummary
  isSigning: boolean
  onSign: () => void
}

/** The buttons for a need, for a member who can give it. */
export function NeedsActions({ need, refresh, isSigning, onSign }: Props) {
  const title = refreshTitle(refresh)
  const look = (words: string, name = words) => (
    <ButtonLink href={`/refreshes/${refresh.id}`} aria-label={`${name} ${title}`}>
      {words}
    </ButtonLink>
  )
  switch (need) {
    case 'signature':
      return (
        <Button variant="primary" aria-expanded={isSigning} aria-label={`Sign for ${title}`} onClick={onSign}>
          <PenLine aria-hidden /> Sign
        </Button>
      )
    case 'resume':
      return (
        <>
          {look('Open')}
          <ResumeButton refreshId={refresh.id} title={title} />
        </>
      )
    case 'decision':
      return (
        <>
          <Search refresh={refresh} />
          {look('Decide', 'Decide on')}
        </>
      )
    case 'stalled':
      return look('Open')
  }
}

/** Searching asks the network in the owner's name. */
function Search({ refresh: { id, needs, needFacts } }: { refresh: RefreshSummary }) {
  const reason = useId()
  if (!needFacts.decision) return null
  if (!needs.includes('signature'))
    return <SearchNowButton refreshId={id} position={needFacts.decision.batch} size="md" />
  return (
    <>
      <Button disabled aria-describedby={reason}>
        Search now
      </Button>
      <span id={reason} className="text-faint text-xs">
        Searching needs the owner’s signature.
      </span>
    </>
  )
}
