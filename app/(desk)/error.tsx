'use client'

import { CircleX } from 'lucide-react'
import { Button } from '@/components/ui/button.tsx'
import { Empty } from '@/components/ui/empty.tsx'
import { Page } from '@/components/ui/page.tsx'
import { Panel } from '@/components/ui/panel.tsx'

type Props = { error: Error & { digest?: string }; reset: () => void }

export default function DeskError({ error: { digest }, reset }: Props) {
  return (
    <Page title="Something went wrong">
      <Panel isFlush>
        <Empty
          icon={<CircleX aria-hidden className="text-failed" />}
          title="This page couldn’t be displayed."
          action={<Button onClick={reset}>Try again</Button>}
        >
          Nothing is lost. Submitted refreshes continue in the background.{' '}
          {digest ? <span className="font-mono text-xs">Error {digest}</span> : null}
        </Empty>
      </Panel>
    </Page>
  )
}
