import { z } from 'zod'
import { IDS_LIMIT } from '../assets/token-id.ts'
import { TokenId } from '../assets/token-id-schema.ts'
import { indexStates } from './collection-index.ts'

/** How much the desk knows of all assets of a collection. `count` is a total only once it is `complete`. */
export const CollectionIndexState = z.object({
  state: z.enum(indexStates),
  /** Assets known so far. */
  count: z.number().int(),
  /** When the sync that runs, or ran last, began. */
  startedAt: z.iso.datetime().nullable(),
  /** When the index was last complete: its age. Stays while a later sync brings it up to date. */
  completedAt: z.iso.datetime().nullable(),
  /** The newest change of the collection that the desk has seen. */
  updatedUpTo: z.iso.datetime().nullable(),
  /** Why the sync stopped, or waits. */
  error: z.string().nullable(),
})
export type CollectionIndexState = z.infer<typeof CollectionIndexState>

export const CheckIds = z.object({ ids: z.array(TokenId).min(1).max(IDS_LIMIT) })
export type CheckIds = z.infer<typeof CheckIds>

/** Which ids the collection does not have; without a complete index nothing was checked. */
export const CheckedIds = z.object({
  isChecked: z.boolean(),
  unknownCount: z.number().int(),
  /** The first 1,000. */
  unknown: z.array(TokenId),
})
export type CheckedIds = z.infer<typeof CheckedIds>
