'use client'

import { useEffect, useEffectEvent, useLayoutEffect } from 'react'
import { allowSingleKeys, registerShortcut, type ShortcutHandler } from './shortcut-registry.ts'

/**
 * Calls `handler` when `keys` are pressed outside fields and dialogs. `keys` is a `KeyboardEvent.key` in
 * lower case (`j`, `?`, `escape`), or two of them with a space between (`g h`).
 */
export function useShortcut(keys: string, handler: ShortcutHandler, isOn = true) {
  const handle = useEffectEvent(handler)
  // Registered before paint, so that a key pressed right away is not lost.
  useLayoutEffect(() => (isOn ? registerShortcut(keys, (event) => handle(event)) : undefined), [keys, isOn])
}

/** Turns single-character shortcuts on or off for the whole page. */
export function useSingleKeys(isAllowed: boolean) {
  useEffect(() => {
    allowSingleKeys(isAllowed)
    return () => allowSingleKeys(true)
  }, [isAllowed])
}
