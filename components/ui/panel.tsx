import type { ReactNode } from 'react'

type Props = {
  title?: ReactNode
  detail?: ReactNode
  actions?: ReactNode
  children: ReactNode
  className?: string
  isFlush?: boolean
  label?: string
}

/** A panel on the page; `isFlush` removes its padding, for rows that have their own. */
export function Panel({ title, detail, actions, children, className = '', isFlush = false, label }: Props) {
  return (
    <section aria-label={label} className={`min-w-0 rounded-lg border border-line bg-surface ${className}`}>
      {title ? (
        <header className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-4 py-2">
          <h2 className="font-semibold text-md">{title}</h2>
          {detail ? <span className="text-faint text-xs">{detail}</span> : null}
          {actions ? <span className="ml-auto flex items-center gap-2">{actions}</span> : null}
        </header>
      ) : null}
      <div className={isFlush ? '' : 'p-4'}>{children}</div>
    </section>
  )
}
