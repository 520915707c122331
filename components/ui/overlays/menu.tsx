'use client'

import { Menu as Base } from '@base-ui/react/menu'
import Link from 'next/link'
import type { ReactElement, ReactNode } from 'react'

const item =
  'flex min-h-8 w-full pointer-coarse:min-h-10 cursor-pointer items-center gap-2 rounded-sm px-2.5 py-1 text-left text-sm outline-none data-highlighted:bg-track [&_svg]:size-4 [&_svg]:text-faint'

/** A menu opened by the button `trigger`. */
export function Menu({
  trigger,
  children,
  label,
  isOpenAtFirst = false,
}: {
  trigger: ReactElement
  children: ReactNode
  label?: string
  /** For a menu whose code is loaded by the first click on its button. */
  isOpenAtFirst?: boolean
}) {
  return (
    <Base.Root defaultOpen={isOpenAtFirst}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align="end" className="z-40">
          <Base.Popup
            aria-label={label}
            className="min-w-48 rounded-md border border-line bg-raised p-1 shadow-md outline-none"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

export function MenuItem({ onSelect, children }: { onSelect: () => void; children: ReactNode }) {
  return (
    <Base.Item onClick={onSelect} className={item}>
      {children}
    </Base.Item>
  )
}

export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Base.LinkItem render={<Link href={href} />} className={item} closeOnClick>
      {children}
    </Base.LinkItem>
  )
}
