'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { type CollectionKey, collectionQuery } from '../../../lib/api/collections.ts'

export function CollectionTabs({ collectionKey }: { collectionKey: CollectionKey }) {
  const pathname = usePathname()
  const count = useQuery(collectionQuery(collectionKey)).data?.refreshCount
  const base = `/${collectionKey.network}/${collectionKey.address}`
  const tabs = [
    { href: base, words: 'Assets', count: undefined },
    { href: `${base}/refreshes`, words: 'Refreshes', count },
    { href: `${base}/details`, words: 'Details', count: undefined },
  ]
  return (
    <nav aria-label="Collection" className="flex gap-1 border-line border-b">
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={pathname.toLowerCase() === tab.href ? 'page' : undefined}
          className="relative flex gap-1.5 px-2.5 pt-2 pb-2.5 font-medium text-muted first:-ml-2.5 hover:text-text aria-[current=page]:text-text aria-[current=page]:after:absolute aria-[current=page]:after:inset-x-2.5 aria-[current=page]:after:-bottom-px aria-[current=page]:after:h-0.5 aria-[current=page]:after:bg-text"
        >
          {tab.words}
          {tab.count === undefined ? null : (
            <span className="rounded-full bg-track px-1.5 text-muted text-xs leading-5 tabular-nums">
              {tab.count}
            </span>
          )}
        </Link>
      ))}
    </nav>
  )
}
