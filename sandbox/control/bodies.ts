import { z } from 'zod'
import { behaviours } from '../world/behaviour.ts'
import { faultKinds, operations } from './faults.ts'

const Address = z.string().regex(/^0x[0-9a-fA-F]{40}$/)
const Behaviour = z.enum(behaviours)
export const NewCollection = z.object({
  address: Address.optional(),
  name: z.string().min(1),
  owner: Address,
  tokens: z.number().int().min(0).max(200_000),
  project_id: z.number().int().optional(),
  metadata_api_url: z.url().optional(),
  art: z.enum(['wardens', 'relics', 'isles']).default('relics'),
  broken: z.record(z.string(), Behaviour).default({}),
})
export const Owner = z.object({ owner: Address })
export const Quota = z.object({ project_id: z.number().int(), remaining: z.number().int().min(0) })
export const Fault = z.object({
  operation: z.enum(operations),
  kind: z.enum(faultKinds),
  status: z.number().int().min(200).max(599).optional(),
  body: z.unknown().optional(),
  delay_ms: z.number().min(0).max(120_000).optional(),
  times: z.number().int().min(1).optional(),
})
export const Tokens = z.object({
  collection_address: Address,
  token_ids: z.array(z.string()),
  behaviour: Behaviour,
})
export const Edit = z.object({
  collection_address: Address,
  token_ids: z.array(z.string()).optional(),
  // Not a record, which would leave out a key `__proto__`.
  patch: z.custom<Record<string, unknown>>((value) => typeof value === 'object' && value !== null),
})
