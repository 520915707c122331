import { CircleX } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'

const box =
  'control w-full rounded-md border bg-surface px-2.5 py-1.5 text-sm text-text placeholder:text-faint disabled:opacity-60 aria-invalid:border-failed-fill border-line-control'

export function Input({ className = '', ...rest }: ComponentProps<'input'>) {
  return <input {...rest} className={`${box} ${className}`} />
}

export function Textarea({ className = '', ...rest }: ComponentProps<'textarea'>) {
  return <textarea {...rest} className={`${box} ${className}`} />
}

type Wiring = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }
type Props = {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  children: (wiring: Wiring) => ReactNode
  className?: string
}

/** A label, control, hint and error, linked for assistive technology. */
export function Field({ label, hint, error, children, className = '' }: Props) {
  const id = useId()
  const note = error || hint ? `${id}-note` : undefined
  return (
    <div className={`flex min-w-0 flex-col gap-1.5 ${className}`}>
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      {children({
        id,
        ...(note && { 'aria-describedby': note }),
        ...(error ? { 'aria-invalid': true as const } : {}),
      })}
      {error ? (
        <p id={note} role="alert" className="flex items-center gap-1.5 text-failed text-xs">
          <CircleX aria-hidden className="size-3.5 shrink-0" /> {error}
        </p>
      ) : hint ? (
        <p id={note} className="text-faint text-xs">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
