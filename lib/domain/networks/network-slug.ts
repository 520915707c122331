import { z } from 'zod'

export const networkSlugs = ['imx', 'imx-sandbox', 'imx-local'] as const
export const NetworkSlug = z.enum(networkSlugs)
export type NetworkSlug = z.infer<typeof NetworkSlug>
