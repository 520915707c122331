import type { ReactNode } from 'react'

/** A small label beside a name, such as "Script". */
export function Tag({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex whitespace-nowrap rounded-xs bg-pending-soft px-1.5 py-px font-medium text-pending text-xs">
      {children}
    </span>
  )
}
