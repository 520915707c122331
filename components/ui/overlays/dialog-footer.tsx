'use client'

import { createContext, type ReactNode, use } from 'react'
import { createPortal } from 'react-dom'

/** The foot of the dialog around this place; null until it is there, undefined outside dialogs. */
export const DialogFoot = createContext<HTMLElement | null | undefined>(undefined)

/** Buttons that stay in sight at the foot of the dialog, from wherever in it they are made; outside dialogs, where they are made. */
export function DialogFooter({ children }: { children: ReactNode }) {
  const foot = use(DialogFoot)
  if (foot === undefined) return children
  return foot && createPortal(children, foot)
}
