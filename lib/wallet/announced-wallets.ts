/** What a wallet says of itself by EIP-6963. */
type Announced = { info: { uuid: string; name: string; icon: string; rdns: string }; provider: unknown }

const known = new Map<string, Announced>()
const listeners = new Set<() => void>()

function take(event: Event): void {
  const { detail } = event as CustomEvent<Announced | null>
  // Any extension may send one, with anything in it: one that is not readable must not hide the others.
  if (typeof detail?.info?.uuid !== 'string' || typeof detail.info.name !== 'string') return
  if (known.has(detail.info.uuid)) return
  known.set(detail.info.uuid, detail)
  for (const listener of listeners) listener()
}

/** Asks the wallets of this browser to announce themselves; slow ones come later. Returns what ends the listening. */
export function watchAnnounced(onChange: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('eip6963:announceProvider', take)
  listeners.add(onChange)
  window.dispatchEvent(new Event('eip6963:requestProvider'))
  return () => {
    listeners.delete(onChange)
    if (listeners.size === 0) window.removeEventListener('eip6963:announceProvider', take)
  }
}

export const listAnnounced = (): Announced[] => [...known.values()]

export const announcedProvider = (uuid: string): unknown => known.get(uuid)?.provider
