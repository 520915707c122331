import { z } from 'zod'
import { networkSlugs } from './network-slug.ts'

export const NetworkSlug = z.enum(networkSlugs)
export type NetworkSlug = z.infer<typeof NetworkSlug>
