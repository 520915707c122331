'use client'

import { useShortcut } from '../../ui/overlays/use-shortcut.ts'

/** J and K move the focus from row to row; Enter follows the focused link. */
export function useRowKeys() {
  const move = (step: 1 | -1) => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-refresh]')]
    const at = rows.indexOf(document.activeElement as HTMLElement)
    rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))]?.focus()
  }
  useShortcut('j', () => move(1))
  useShortcut('k', () => move(-1))
}
