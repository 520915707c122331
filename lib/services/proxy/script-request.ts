import 'server-only'
import type { ForwardedAnswer } from '../../networks/http/forwarding.ts'
import type { ShownSignature } from '../../signatures/recover-signer.ts'

/** What a script wants to say to a network, in the network's own words. */
export type ScriptRequest = {
  method: string
  /** Path and query from `/v1` on, as they came. */
  target: string
  /** Those that may go on to the network, by their names in lower case. */
  headers: Record<string, string>
  body: Uint8Array | null
  /** What the script calls its submission, for the history. */
  note: string | null
  /** Whether whoever asked has given up. */
  hasLeft: () => boolean
}

export type ScriptAnswer = {
  answer: ForwardedAnswer
  /** How long ago the network said so to somebody else; null when it was asked now. */
  ageMs: number | null
  /** Under which number the history has the refresh. */
  refreshNumber: number | null
  /** What kept the desk from writing the answer down; for its log. */
  trouble?: unknown
}

export function shownSignature({ headers }: ScriptRequest): ShownSignature | null {
  const [address, timestamp, signature] = ['address', 'timestamp', 'signature'].map(
    (name) => headers[`x-imx-eth-${name}`],
  )
  return address && timestamp && signature ? { address, timestamp, signature } : null
}
