/** For what an unsent batch waits, and until when if time ends that. */
export type Wait =
  | { wait: 'quota' | 'backoff'; notBefore: Date }
  | { wait: 'authority' | 'turn' | null; notBefore: null }

export const noWait: Wait = { wait: null, notBefore: null }
