'use client'

import { useState } from 'react'
import { onOpening } from '../ui/overlays/on-opening.tsx'
import { useShortcut } from '../ui/overlays/use-shortcut.ts'

const ShortcutList = onOpening(() => import('./shortcut-list.tsx').then((module) => module.ShortcutList))

/** The list of shortcuts, opened with `?`. */
export function ShortcutHelp() {
  const [isOpen, setIsOpen] = useState(false)
  useShortcut('?', () => setIsOpen(true))
  return <ShortcutList isOpen={isOpen} onClose={() => setIsOpen(false)} />
}
