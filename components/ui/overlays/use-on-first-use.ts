import { useState } from 'react'

/**
 * For a list or menu whose code is loaded by the first use of its button: fetched when the button is near, shown once it
 * is there.
 */
export function useOnFirstUse(load: () => Promise<unknown>) {
  const [isWanted, setWanted] = useState(false)
  const fetchSoon = () => void load()
  return {
    isWanted,
    open: () => void load().then(() => setWanted(true)),
    near: { onPointerEnter: fetchSoon, onFocus: fetchSoon },
  }
}
