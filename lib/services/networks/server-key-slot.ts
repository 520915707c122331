import 'server-only'

/** The API key of one network as a credential. One that was refused serves no more until the server starts with another. */
export type ServerKeySlot = {
  find: () => string | null
  refuse: (key: string) => void
}

export function createServerKeySlot(apiKey: string | null): ServerKeySlot {
  let isRefused = false
  return {
    find: () => (isRefused ? null : apiKey),
    refuse: (key) => {
      isRefused ||= key === apiKey
    },
  }
}
