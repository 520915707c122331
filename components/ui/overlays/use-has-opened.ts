import { useState } from 'react'

/** For a dialog whose code is fetched when it first opens: it stays mounted from then on, to give the focus back. */
export function useHasOpened(isOpen: boolean): boolean {
  const [hasOpened, setHasOpened] = useState(isOpen)
  if (isOpen && !hasOpened) setHasOpened(true)
  return hasOpened
}
