'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { Logo } from './logo.tsx'
import { isHere, places } from './places.ts'
import { ThemeToggle } from './theme-toggle.tsx'

type Slots = {
  search?: ReactNode
  needs?: ReactNode
  running?: ReactNode
  network?: ReactNode
  member?: ReactNode
}

/** The top bar: the places, and whatever other areas pass in. */
export function TopBar({ search, needs, running, network, member }: Slots) {
  const pathname = usePathname()
  return (
    <header className="sticky top-0 z-10 border-line border-b bg-surface print:hidden">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-raised focus:p-2"
      >
        Skip to content
      </a>
      <div className="flex h-(--topbar) items-center gap-3 px-4 md:gap-5 md:px-6">
        <Link
          href="/"
          className="flex min-h-8 items-center gap-2 font-semibold text-md pointer-coarse:min-h-10"
        >
          <Logo />
          <span className="whitespace-nowrap max-lg:sr-only">Refresh Desk</span>
        </Link>
        <nav aria-label="Places" className="flex h-full gap-5 max-md:hidden">
          {places.map(({ href, label }) => (
            <Link
              key={href}
              href={href}
              aria-current={isHere(pathname, href) ? 'page' : undefined}
              className="-mb-px flex items-center border-transparent border-b-2 font-medium text-muted text-sm hover:text-text aria-[current]:border-text aria-[current]:text-text"
            >
              {label}
            </Link>
          ))}
        </nav>
        <div className="ml-auto flex min-w-0 items-center gap-2 md:gap-3">
          {search}
          {needs}
          {running}
          {network}
          <ThemeToggle />
          {member}
        </div>
      </div>
    </header>
  )
}
