'use client'

import { Button } from '@/components/ui/button.tsx'

type Props = { error: Error & { digest?: string }; reset: () => void }

/** Every page loads this, so it is plain. */
export default function DeskError({ error: { digest }, reset }: Props) {
  return (
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto grid w-full max-w-(--page-max) justify-items-start gap-3 px-4 pt-6 outline-none md:px-6"
    >
      <h1 className="font-semibold text-xl">This page couldn’t be displayed.</h1>
      <p className="text-muted text-sm">
        Nothing is lost. Submitted refreshes continue in the background.{' '}
        {digest ? <span className="font-mono text-xs">Error {digest}</span> : null}
      </p>
      <Button onClick={reset}>Try again</Button>
    </main>
  )
}
