'use client'

import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'

/** `trigger` is the button that opens it. */
export function Popover({
  trigger,
  children,
  label,
}: {
  trigger: ReactElement
  children: ReactNode
  label: string
}) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align="start" className="z-40">
          <Base.Popup
            aria-label={label}
            className="max-w-[92vw] rounded-md border border-line bg-raised p-3 shadow-md outline-none"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
