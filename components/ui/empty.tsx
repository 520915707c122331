import type { ReactNode } from 'react'

type Props = { icon?: ReactNode; title: ReactNode; children?: ReactNode; action?: ReactNode }

/** An empty state: what is missing, and what to do next. */
export function Empty({ icon, title, children, action }: Props) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-12 text-center text-muted text-sm [&>svg]:size-5 [&>svg]:text-faint">
      {icon}
      <p className="max-w-md">
        <strong className="font-semibold text-text">{title}</strong> {children}
      </p>
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  )
}
