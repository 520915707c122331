'use client'
import { Button } from '../../ui/button.tsx'
import { DialogFrame } from '../../ui/overlays/dialog-frame.tsx'

type Words = { title: string; text: string; button: string; act: () => void }

function signInAgain() {
  const { pathname, search } = window.location
  window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`)
}
const reload = () => window.location.reload()

const ended: Words = {
  title: 'Your session has ended',
  text: 'You signed out elsewhere, were removed, or your session expired. This page may be out of date.',
  button: 'Sign in again',
  act: signInAgain,
}

/** The session is fine, but something in front of the desk refuses requests; signing in again would not help. */
const byReason: Partial<Record<string, Words>> = {
  proxy: {
    title: 'A proxy in front of this desk requires you to sign in',
    text: 'It blocked a request from this page. Reload the page to sign in there.',
    button: 'Reload the page',
    act: reload,
  },
  token: {
    title: 'This page can’t load any data',
    text: 'Its requests carry an access token that is unknown, expired or revoked. A proxy in front of this desk or a browser extension adds it. Remove it there, then reload.',
    button: 'Reload the page',
    act: reload,
  },
}

type Props = { isOpen: boolean; reason: string | undefined; onClose: () => void }

export function SessionEnded({ isOpen, reason = '', onClose }: Props) {
  const { title, text, button, act } = byReason[reason] ?? ended
  return (
    <DialogFrame isOpen={isOpen} onClose={onClose} title={title} size="sm">
      <div className="space-y-4 p-5 text-sm">
        <p>{text}</p>
        <div className="flex justify-end">
          <Button variant="primary" onClick={act}>
            {button}
          </Button>
        </div>
      </div>
    </DialogFrame>
  )
}
