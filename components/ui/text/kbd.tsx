import type { ReactNode } from 'react'

export function Kbd({ children, className = '' }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={`inline-flex min-w-5 items-center justify-center rounded-xs border border-current/30 px-1 font-mono text-2xs leading-4 ${className}`}
    >
      {children}
    </kbd>
  )
}
