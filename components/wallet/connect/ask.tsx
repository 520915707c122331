import type { ReactNode } from 'react'

const tones = {
  waiting: 'border-waiting-line bg-waiting-soft [&_h3_svg]:text-waiting',
  info: 'border-info-line bg-info-soft [&_h3_svg]:text-info',
  failed: 'border-failed-line bg-failed-soft [&_h3_svg]:text-failed',
}

type Props = {
  tone: keyof typeof tones
  icon: ReactNode
  title: string
  children: ReactNode
  actions?: ReactNode
  /** Scrolls into view on mount, for notes that appear far from the clicked button. */
  comesIntoView?: boolean
}

const bringIntoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'center' })

/** A note about what a wallet or signature is waiting for, with its actions. */
export function Ask({ tone, icon, title, children, actions, comesIntoView = false }: Props) {
  return (
    <div
      ref={comesIntoView ? bringIntoView : null}
      role="status"
      className={`rounded-md border p-4 ${tones[tone]}`}
    >
      <h3 className="flex items-center gap-2 text-sm font-semibold [&_svg]:size-4 [&_svg]:shrink-0">
        {icon}
        {title}
      </h3>
      <div className="mt-2 space-y-2 text-sm text-text">{children}</div>
      {actions && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
    </div>
  )
}
