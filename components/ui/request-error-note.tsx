import { RequestError } from '@/lib/core/problem.ts'
import { Button } from './button.tsx'
import { Note } from './note.tsx'

/** Shows why an action failed, with the server's message. */
type Props = { error: Error; title?: string; onRetry?: () => void }

export function RequestErrorNote({ error, title, onRetry }: Props) {
  const isOurs = error instanceof RequestError
  return (
    <Note
      tone="failed"
      role="alert"
      title={title ?? (isOurs ? error.message : 'Can’t reach Refresh Desk.')}
      action={
        onRetry ? (
          <Button size="sm" onClick={onRetry}>
            Try again
          </Button>
        ) : undefined
      }
    >
      {title && isOurs ? error.message : null}
      {isOurs ? null : 'Check that it is running and that you are online, then try again. Nothing is lost.'}
      {isOurs &&
        error.meta.issues?.map(({ path, message }) => (
          <span key={path + message} className="block">
            {`${path} ${message}`.trim()}
          </span>
        ))}
      {isOurs && error.requestId ? (
        <span className="block text-faint text-xs">Request {error.requestId.slice(0, 8)}</span>
      ) : null}
    </Note>
  )
}
