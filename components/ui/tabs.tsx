import Link from 'next/link'
import type { ReactNode } from 'react'

type Tab = { href: string; label: ReactNode; count?: number | undefined; isCurrent: boolean }

/** Tabs that are links: each has an address of its own. */
export function Tabs({ tabs, label }: { tabs: Tab[]; label: string }) {
  return (
    <nav aria-label={label} className="flex gap-5 overflow-x-auto border-line border-b">
      {tabs.map(({ href, label: name, count, isCurrent }) => (
        <Link
          key={href}
          href={href}
          aria-current={isCurrent ? 'page' : undefined}
          className="-mb-px flex min-h-10 items-center gap-1.5 border-transparent border-b-2 font-medium text-muted text-sm hover:text-text aria-[current]:border-text aria-[current]:text-text"
        >
          {name}
          {count === undefined ? null : <span className="rounded-full bg-track px-1.5 text-xs">{count}</span>}
        </Link>
      ))}
    </nav>
  )
}
