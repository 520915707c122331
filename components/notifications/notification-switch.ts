'use client'

import { useSyncExternalStore } from 'react'

/** Why they are off, if they are; `unknown` on the server, which knows nothing of a browser. */
export type Notifications = 'on' | 'off' | 'blocked' | 'missing' | 'insecure' | 'unknown'

const KEY = 'notifications'
const listeners = new Set<() => void>()

/** For all tabs of this browser. */
export function switchNotifications(isOn: boolean): void {
  if (isOn) localStorage.setItem(KEY, 'on')
  else localStorage.removeItem(KEY)
  for (const tell of listeners) tell()
}

/** Asks the person; to be called by their click alone. */
export async function permitNotifications(): Promise<void> {
  if ((await Notification.requestPermission()) === 'granted') switchNotifications(true)
  else for (const tell of listeners) tell()
}

function read(): Notifications {
  if (!isSecureContext) return 'insecure'
  if (typeof Notification === 'undefined' || !navigator.locks) return 'missing'
  if (Notification.permission === 'denied') return 'blocked'
  return Notification.permission === 'granted' && isSwitchedOn() ? 'on' : 'off'
}

function isSwitchedOn(): boolean {
  try {
    return localStorage.getItem(KEY) === 'on'
  } catch {
    return false
  }
}

function subscribe(tell: () => void) {
  listeners.add(tell)
  addEventListener('storage', tell)
  // The person may have changed it in the browser's own settings.
  addEventListener('focus', tell)
  return () => {
    listeners.delete(tell)
    removeEventListener('storage', tell)
    removeEventListener('focus', tell)
  }
}

export const useNotifications = (): Notifications => useSyncExternalStore(subscribe, read, () => 'unknown')
