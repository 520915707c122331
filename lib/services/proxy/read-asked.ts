import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { parseJson } from '../../core/parse-json.ts'
import { Address } from '../../domain/networks/address-schema.ts'

/** What a script's submission asks for, as far as the desk understands it. */
export type Asked = {
  collection: Address
  /** How many different tokens it names, in whatever form. */
  count: number
  /** Those that the desk can keep by their ids: none of a request that is too large to be taken. */
  tokenIds: string[]
  /** The same for the same request. */
  hash: string
}

const Body = z.object({
  collection_address: Address,
  token_ids: z.custom<unknown[]>((value) => Array.isArray(value)),
})

/** Ids may be repeated, and count once; beyond this nobody looks. */
const MOST_REPEATED = 10

/** The network reads the names of fields in whatever case they come. */
const withPlainNames = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && !Array.isArray(body)
    ? Object.fromEntries(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value]))
    : body

/** Null when not even the collection can be told; the network will have its own words for that. */
export function readAsked(body: Uint8Array | null, batchSize: number): Asked | null {
  if (!body) return null
  const parsed = Body.safeParse(withPlainNames(parseJson(body)))
  if (!parsed.success) return null
  const { collection_address: collection, token_ids: given } = parsed.data
  const hash = createHash('sha256').update(body).digest('hex')
  const isTooLarge = given.length > MOST_REPEATED * batchSize
  const texts = isTooLarge ? null : new Set(given.map(toText))
  const count = texts?.size ?? given.length
  const tokenIds = texts && count <= batchSize ? [...texts].filter((text) => /^\d{1,78}$/.test(text)) : []
  return { collection, count, tokenIds, hash }
}

const toText = (id: unknown): string => (typeof id === 'string' ? id : (JSON.stringify(id) ?? ''))
