'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { isHere, places } from './places.ts'

/** Navigation at the bottom, on phones. */
export function BottomBar() {
  const pathname = usePathname()
  return (
    <nav
      aria-label="Places"
      className="fixed inset-x-0 bottom-0 z-10 grid grid-cols-5 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {places.map(({ href, label, icon: Icon }) => (
        <Link
          key={href}
          href={href}
          aria-current={isHere(pathname, href) ? 'page' : undefined}
          className="flex min-h-14 flex-col items-center justify-center gap-0.5 text-2xs text-muted aria-[current]:text-accent-text"
        >
          <Icon aria-hidden className="size-5" />
          {label}
        </Link>
      ))}
    </nav>
  )
}
