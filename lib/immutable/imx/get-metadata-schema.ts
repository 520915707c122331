import { z } from 'zod'
import type { ImxClient } from './client.ts'

const Property = z.object({
  name: z.string(),
  type: z
    .string()
    .nullish()
    .transform((type) => type ?? 'text'),
  filterable: z
    .boolean()
    .nullish()
    .transform((isFilterable) => isFilterable ?? false),
})

const Response = z.union([
  z.array(Property),
  z.object({ result: z.array(Property) }).transform((page) => page.result),
])

export type MetadataProperty = { name: string; type: string; isFilterable: boolean }

/** The metadata keys that the network knows of a collection. */
export async function getMetadataSchema(
  client: ImxClient,
  { collection }: { collection: string },
): Promise<MetadataProperty[]> {
  const path = ['v1', 'collections', collection, 'metadata-schema']
  const { data } = await client.read({ path, schema: Response })
  return data.map(({ name, type, filterable }) => ({ name, type, isFilterable: filterable }))
}
