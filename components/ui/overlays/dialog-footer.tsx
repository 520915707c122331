'use client'

import { createContext, type ReactNode, use } from 'react'
import { createPortal } from 'react-dom'

/** The footer element of the surrounding dialog; null until mounted, undefined outside dialogs. */
export const DialogFoot = createContext<HTMLElement | null | undefined>(undefined)

/** Renders buttons into the footer of the surrounding dialog, or in place outside dialogs. */
export function DialogFooter({ children }: { children: ReactNode }) {
  const foot = use(DialogFoot)
  if (foot === undefined) return children
  return foot && createPortal(children, foot)
}
