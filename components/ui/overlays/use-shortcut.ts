'use client'

import { useEffect, useEffectEvent, useLayoutEffect } from 'react'
import { allowSingleKeys, registerShortcut, type ShortcutHandler } from './shortcut-registry.ts'

/**
 * Calls `handler` when `keys` are pressed outside fields and dialogs. `keys` is a `KeyboardEvent.key` in
 * lower case (`j`, `?`, `escape`), or two of them with a space between (`g h`).
 */
export function useShortcut(keys: string, handler: ShortcutHandler, isOn = true) {
  const handle = useEffectEvent(handler)
  // Before the page shows what the key does: a quick one must not come to nothing.
  useLayoutEffect(() => (isOn ? registerShortcut(keys, (event) => handle(event)) : undefined), [keys, isOn])
}

/** Turns shortcuts that are a single character on or off for the whole page, as the member prefers. */
export function useSingleKeys(isAllowed: boolean) {
  useEffect(() => {
    allowSingleKeys(isAllowed)
    return () => allowSingleKeys(true)
  }, [isAllowed])
}
