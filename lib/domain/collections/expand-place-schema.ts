import { z } from 'zod'
import { newTrail } from '../../core/trail.ts'
import { TokenId } from '../assets/token-id-schema.ts'

/**
 * How far a query is collected: where the network's list goes on, with the trail to there, the tokens that do not fill a
 * batch yet, and how many of the list could not be read.
 */
const Place = z.object({
  cursor: z.string().nullable(),
  pages: z.number().int(),
  mark: z.string().nullable(),
  waiting: z.array(TokenId),
  leftOut: z.number().int(),
})
type Place = z.infer<typeof Place>

const start: Place = { ...newTrail, waiting: [], leftOut: 0 }

export const writePlace = (place: Place): string => JSON.stringify(place)

export const readPlace = (text: string | null): Place =>
  text === null ? start : Place.parse({ ...start, ...JSON.parse(text) })
