'use client'
import { useMutation } from '@tanstack/react-query'
import { signOutMutation } from '@/lib/api/session.ts'
import { useSession } from '@/lib/api/use-session.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { RequestErrorNote } from '../ui/request-error-note.tsx'

export function SessionsSection() {
  const { sessionCount } = useSession()
  const signOut = useMutation(signOutMutation())
  const leave = (where: 'here' | 'everywhere') =>
    signOut.mutate(where, { onSuccess: () => window.location.assign('/sign-in') })
  const others = (sessionCount ?? 1) - 1
  const also = others === 0 ? 'only' : `and in ${others} other${others === 1 ? '' : 's'}`
  return (
    <Panel title="Sessions" detail="A session lasts 14 days, or until you sign out.">
      <p className="mb-3 text-muted">You are signed in here {also}.</p>
      <div className="flex flex-wrap gap-2">
        <Button isBusy={signOut.isPending} onClick={() => leave('here')}>
          Sign out
        </Button>
        <Button variant="danger" isBusy={signOut.isPending} onClick={() => leave('everywhere')}>
          Sign out everywhere
        </Button>
      </div>
      {signOut.error && <RequestErrorNote error={signOut.error} />}
    </Panel>
  )
}
