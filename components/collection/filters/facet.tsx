'use client'

import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'

type Props = { title: string; isOpen: boolean; onOpen?: () => void; children: ReactNode }

/** One collapsible group of the filter rail. */
export function Facet({ title, isOpen, onOpen, children }: Props) {
  return (
    <details
      open={isOpen}
      // Who was quicker than React has opened it before anybody listened.
      ref={(element) => void (element?.open && onOpen?.())}
      onToggle={(event) => event.currentTarget.open && onOpen?.()}
      className="group border-line border-b py-1"
    >
      <summary className="flex h-8 cursor-pointer list-none items-center justify-between rounded-sm font-medium max-md:h-10 [&::-webkit-details-marker]:hidden">
        <span className="truncate">{title}</span>
        <ChevronDown
          className="size-3.5 -rotate-90 text-faint transition-[rotate] group-open:rotate-0"
          aria-hidden
        />
      </summary>
      <div className="pb-1.5">{children}</div>
    </details>
  )
}
