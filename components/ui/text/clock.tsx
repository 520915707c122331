'use client'

import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from 'react'

/** What the server drew the page by: its time, and the zone this browser named last. */
export type Clock = { now: number; zone: string }

const YEAR_SECONDS = 31_536_000
const FirstClock = createContext<Clock>({ now: 0, zone: 'UTC' })

const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone
const never = () => () => {}

/** Lets the first render in the browser say the same times as the server's. */
export function ClockProvider({ clock, children }: { clock: Clock; children: ReactNode }) {
  useEffect(() => {
    if (ownZone() === clock.zone) return
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox; this is no secret.
    document.cookie = `zone=${encodeURIComponent(ownZone())}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
  }, [clock])
  return <FirstClock value={clock}>{children}</FirstClock>
}

export const useFirstClock = (): Clock => useContext(FirstClock)

/** The zone in which times are shown: the person's own, as far as it is known. */
export function useZone(): string {
  const { zone } = useFirstClock()
  return useSyncExternalStore(never, ownZone, () => zone)
}
