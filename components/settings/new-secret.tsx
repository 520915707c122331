'use client'
import { useEffect, useRef } from 'react'
import { useSession } from '@/lib/api/use-session.ts'
import { Button } from '../ui/button.tsx'
import { Field, Input } from '../ui/forms/field.tsx'
import { DialogFooter } from '../ui/overlays/dialog-footer.tsx'
import { CopyButton } from '../ui/text/copy-button.tsx'
import { CopyText } from '../ui/text/copy-text.tsx'

type Props = { secret: string; onDone: () => void }

/** Shows a new token's secret once, and the change that makes a script use it. */
export function NewSecret({ secret, onDone }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const { networks } = useSession()
  const snippet = `basePath: '${window.location.origin}/api/imx',\nheaders: {\n  authorization: \`Bearer \${process.env.REFRESH_DESK_TOKEN}\`,\n},`
  useEffect(() => {
    // The dialog takes the focus one frame after the form is removed, so this waits two.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => field.current?.focus())
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <div className="space-y-4 p-5 text-sm">
      <div className="flex flex-wrap items-end gap-2">
        <Field label="Access token" className="min-w-0 flex-1 basis-64">
          {(wiring) => (
            <Input
              {...wiring}
              ref={field}
              readOnly
              value={secret}
              spellCheck={false}
              onFocus={(event) => event.target.select()}
              className="font-mono"
            />
          )}
        </Field>
        <CopyText label="Copy" text={secret} />
      </div>
      <p>
        Copy it now. Only a fingerprint is stored, so it can’t be shown again. Keep it out of your code: pass
        it to the script as <code className="font-mono text-xs">REFRESH_DESK_TOKEN</code>.
      </p>
      <div className="space-y-1.5">
        <div className="flex items-center justify-between gap-2">
          <p className="font-medium">In the configuration of Immutable’s Core SDK</p>
          <CopyButton value={snippet} label="these lines" />
        </div>
        <pre className="rounded-md border border-line bg-well p-3 font-mono text-xs wrap-anywhere whitespace-pre-wrap">
          {snippet}
        </pre>
        {networks.length > 1 && (
          <p className="text-xs text-faint">
            Each network also has its own path:{' '}
            {networks.map(({ slug, name }) => `/api/${slug} for ${name}`).join(', ')}.
          </p>
        )}
      </div>
      <DialogFooter>
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </DialogFooter>
    </div>
  )
}
