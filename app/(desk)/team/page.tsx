import type { Metadata } from 'next'
import { TeamPanel } from '@/components/team/team-panel.tsx'
import { Page } from '@/components/ui/page.tsx'
import { members } from '../../prefetch/desk.ts'
import { Prefetched } from '../../prefetch/prefetched.tsx'

export const metadata: Metadata = { title: 'Team' }

export default function TeamPage() {
  return (
    <Page title="Team" lead="Who works on this desk, and what they can do.">
      <Prefetched queries={[members()]}>
        <TeamPanel />
      </Prefetched>
    </Page>
  )
}
