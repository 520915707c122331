import { z } from 'zod'
import { networkStates } from './network-card.ts'
import { NetworkSlug } from './network-slug-schema.ts'

/** A network as Home and Settings show it. */
export const NetworkCard = z.object({
  slug: NetworkSlug,
  name: z.string(),
  isOn: z.boolean(),
  state: z.enum(networkStates),
  latencyMs: z.number().nullable(),
  lastGoodAt: z.iso.datetime().nullable(),
  /** When it was last asked anything: the card with the later time is the newer one. */
  checkedAt: z.iso.datetime().nullable(),
  /** Tokens that one request may name. */
  batchSize: z.number().int(),
})
export type NetworkCard = z.infer<typeof NetworkCard>

/** Which network is to be asked whether it answers again. */
export const TryNetwork = z.strictObject({ network: NetworkSlug })
export type TryNetwork = z.infer<typeof TryNetwork>

export const NetworkList = z.object({ items: z.array(NetworkCard) })
export type NetworkList = z.infer<typeof NetworkList>
