'use client'
import { useSession } from '@/lib/api/use-session.ts'
import { Panel } from '../ui/panel.tsx'

export function AboutSection() {
  const { mode } = useSession()
  return (
    <Panel title="About">
      <p className="text-muted">
        Refresh Desk is open source under the Apache License 2.0. This desk runs in {mode} mode, keeps its
        data on your own server and shares it with nobody.
      </p>
    </Panel>
  )
}
