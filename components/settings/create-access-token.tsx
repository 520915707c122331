'use client'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/overlays/dialog.tsx'
import { AccessTokenForm } from './access-token-form.tsx'
import { NewSecret } from './new-secret.tsx'

/** Asks for a name and a lifetime, then shows the secret once, until the dialog is closed. */
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
      <Dialog
        isOpen={isOpen}
        onClose={close}
        title={secret ? 'Your new access token' : 'New access token'}
        isKept={secret !== null}
      >
        {secret ? (
          <NewSecret secret={secret} onDone={close} />
        ) : (
          <AccessTokenForm onSecret={show} onBack={close} />
        )}
      </Dialog>
    </>
  )
}
