'use client'
import { DialogFrame } from '../ui/overlays/dialog-frame.tsx'
import { AccessTokenForm } from './access-token-form.tsx'
import { NewSecret } from './new-secret.tsx'

type Props = {
  isOpen: boolean
  onClose: () => void
  secret: string | null
  onSecret: (secret: string) => void
}

/** Asks for a name and a lifetime, then shows the secret once. */
export function NewAccessToken({ isOpen, onClose, secret, onSecret }: Props) {
  return (
    <DialogFrame
      isOpen={isOpen}
      onClose={onClose}
      title={secret ? 'Your new access token' : 'New access token'}
      isKept={secret !== null}
    >
      {secret ? (
        <NewSecret secret={secret} onDone={onClose} />
      ) : (
        <AccessTokenForm onSecret={onSecret} onBack={onClose} />
      )}
    </DialogFrame>
  )
}
