'use client'

import { useEffect, useRef } from 'react'

/**
 * Keeps what is typed while the dialog is still being fetched, so that it neither gets lost nor acts as shortcuts.
 * `take` gives it to the dialog, which listens from then on.
 */
export function useTypeAhead(isOpen: boolean): { take: () => string } {
  const typed = useRef('')
  const isTaken = useRef(false)
  useEffect(() => {
    if (!isOpen) return
    typed.current = ''
    isTaken.current = false
    const keep = (event: KeyboardEvent) => {
      if (isTaken.current || event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      event.stopImmediatePropagation()
      typed.current += event.key
    }
    window.addEventListener('keydown', keep, { capture: true })
    return () => window.removeEventListener('keydown', keep, { capture: true })
  }, [isOpen])
  return {
    take: () => {
      isTaken.current = true
      return typed.current
    },
  }
}
