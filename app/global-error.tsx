'use client'

type Props = { error: Error & { digest?: string } }

/** When not even the layout can be drawn. Every page loads this, so it is plain. */
export default function GlobalError({ error: { digest } }: Props) {
  return (
    <html lang="en" style={{ colorScheme: 'light dark' }}>
      <body style={{ font: '1rem/1.5 system-ui, sans-serif', padding: '3rem 1.5rem' }}>
        <h1 style={{ fontSize: '1.25rem' }}>This page couldn’t be displayed.</h1>
        <p>Nothing is lost. Submitted refreshes continue in the background.</p>
        {digest ? <p>Error {digest}</p> : null}
        <button type="button" onClick={() => window.location.reload()}>
          Try again
        </button>
      </body>
    </html>
  )
}
