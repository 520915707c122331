export const networkSlugs = ['imx', 'imx-sandbox', 'imx-local'] as const
export type NetworkSlug = (typeof networkSlugs)[number]
