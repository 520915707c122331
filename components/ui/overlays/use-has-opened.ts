import { useState } from 'react'

/** For a dialog loaded when it first opens: it stays mounted from then on, to restore the focus. */
export function useHasOpened(isOpen: boolean): boolean {
  const [hasOpened, setHasOpened] = useState(isOpen)
  if (isOpen && !hasOpened) setHasOpened(true)
  return hasOpened
}
