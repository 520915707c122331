import type { Fault } from '../finding-schema.ts'
import { isBotCheck } from './is-bot-check.ts'
import { recogniseText } from './recognise-text.ts'
import { redirectTarget } from './redirect-target.ts'

type Refusal = {
  url?: string | null
  status: number
  body: string | Uint8Array | null
  location?: string | null
}

/** Statuses with which something in front of an API answers in its place. */
const guarded = [403, 429, 503]

/** What an answer with another status than 200 says, and who says it. */
export function readStatus({ url, status, body, location }: Refusal): Fault {
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body ?? undefined)
  if (status >= 300 && status < 400) {
    const target = redirectTarget({ url, location, body: text })
    return { kind: 'redirect', ...(target !== null && { target }) }
  }
  if (!guarded.includes(status)) return { kind: 'status' }
  const kind = recogniseText(text)?.kind
  if (kind === 'html' && isBotCheck(text)) return { kind: 'bot_check' }
  const isTelling = kind === 'html' || (kind === 'xml' && status === 403)
  return { kind: isTelling ? kind : 'status' }
}
