'use client'

import { CircleX } from 'lucide-react'
import { Button } from '@/components/ui/button.tsx'
import { Empty } from '@/components/ui/empty.tsx'
import { Page } from '@/components/ui/page.tsx'
import { Panel } from '@/components/ui/panel.tsx'

type Props = { error: Error & { digest?: string }; reset: () => void }

export default function DeskError({ error: { digest }, reset }: Props) {
  return (
    <Page title="This page could not be shown">
      <Panel isFlush>
        <Empty
          icon={<CircleX aria-hidden className="text-failed" />}
          title="Something on this page broke while it was drawn."
          action={<Button onClick={reset}>Try now</Button>}
        >
          Nothing is lost: refreshes that were submitted go on by themselves.{' '}
          {digest ? <span className="font-mono text-xs">Error {digest}</span> : null}
        </Empty>
      </Panel>
    </Page>
  )
}
