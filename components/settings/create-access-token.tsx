'use client'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { onOpening } from '../ui/overlays/on-opening.tsx'

const NewAccessToken = onOpening(() =>
  import('./new-access-token.tsx').then((module) => module.NewAccessToken),
)

/** The secret is shown until the dialog is closed. */
export function CreateAccessToken() {
  const [isOpen, setIsOpen] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)

  function close() {
    setIsOpen(false)
    setSecret(null)
  }

  /** Reopens the dialog if it was closed before the answer came. */
  function show(created: string) {
    setSecret(created)
    setIsOpen(true)
  }

  return (
    <>
      <Button size="sm" onClick={() => setIsOpen(true)}>
        <Plus aria-hidden />
        New token
      </Button>
      <NewAccessToken isOpen={isOpen} onClose={close} secret={secret} onSecret={show} />
    </>
  )
}
