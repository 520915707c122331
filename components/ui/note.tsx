import { Info, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { type Tone, toneIcons, toneText, toneTint } from './tone.ts'

type Props = {
  tone: Tone
  title?: ReactNode
  children?: ReactNode
  action?: ReactNode
  /** Instead of the tone's own. */
  icon?: LucideIcon
  role?: 'status' | 'alert'
  className?: string
}

/** A highlighted message: what happened, and what to do. */
export function Note({ tone, title, children, action, icon, role, className = '' }: Props) {
  const Icon = icon ?? (tone === 'info' ? Info : toneIcons[tone])
  return (
    <div
      role={role}
      className={`flex flex-wrap items-start gap-x-3 gap-y-2 rounded-md border px-3.5 py-2.5 text-sm ${toneTint[tone]} ${className}`}
    >
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${toneText[tone]}`} />
      <div className="min-w-0 flex-1 text-muted">
        {title ? <strong className="font-semibold text-text">{title} </strong> : null}
        {children}
      </div>
      {action}
    </div>
  )
}
