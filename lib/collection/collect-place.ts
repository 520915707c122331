import { z } from 'zod'
import { TokenId } from './token-id.ts'

/** How far a query is collected: where the network's list goes on, and the tokens that do not fill a batch yet. */
const Place = z.object({ cursor: z.string().nullable(), waiting: z.array(TokenId) })
type Place = z.infer<typeof Place>

export const writePlace = (place: Place): string => JSON.stringify(place)

export const readPlace = (text: string | null): Place =>
  text === null ? { cursor: null, waiting: [] } : Place.parse(JSON.parse(text))
