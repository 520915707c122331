import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Address } from '../../collection/address.ts'

/** What a script's submission asks for, as far as the desk understands it. */
export type Asked = {
  collection: Address
  /** Each once, in the script's order. */
  tokenIds: string[]
  /** Nothing in it is odd, so that it can be written down before it is sent. */
  isSure: boolean
  /** The same for the same request. */
  hash: string
}

const Body = z.object({ collection_address: Address, token_ids: z.array(z.unknown()) })
const Id = z.union([z.string().regex(/^\d{1,78}$/), z.number().int().nonnegative().transform(String)])

/** Null when not even the collection can be told; the network will have its own words for that. */
export function readAsked(body: Uint8Array | null, batchSize: number): Asked | null {
  const parsed = Body.safeParse(parseJson(body))
  if (!parsed.success) return null
  const { collection_address: collection, token_ids: given } = parsed.data
  const ids = given.flatMap((id) => {
    const known = Id.safeParse(id)
    return known.success ? [known.data] : []
  })
  const tokenIds = [...new Set(ids)]
  const isSure = ids.length === given.length && tokenIds.length > 0 && tokenIds.length <= batchSize
  const hash = createHash('sha256')
    .update(`${collection} ${tokenIds.join(',')}`)
    .digest('hex')
  return { collection, tokenIds, isSure, hash }
}

function parseJson(body: Uint8Array | null): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body ?? new Uint8Array()))
  } catch {
    return undefined
  }
}
