import { z } from 'zod'
import { cleanText } from '../../../domain/failures/failure-body.ts'
import type { ImxClient } from '../client.ts'
import { LenientList, LenientText } from '../lenient.ts'

const Property = z.object({
  name: z.string().transform(cleanText),
  type: LenientText,
  filterable: z.boolean().nullish().catch(null),
})

const Properties = LenientList(Property)
const Response = z.union([Properties, z.object({ result: Properties }).transform((page) => page.result)])

export type MetadataProperty = { name: string; type: string; isFilterable: boolean }

/** The metadata keys that the network knows of a collection. */
export async function getMetadataSchema(
  client: ImxClient,
  { collection }: { collection: string },
): Promise<MetadataProperty[]> {
  const path = ['v1', 'collections', collection, 'metadata-schema']
  const { data } = await client.read({ path, schema: Response })
  return data.items.map(({ name, type, filterable }) => ({
    name,
    type: type ?? 'text',
    isFilterable: filterable ?? false,
  }))
}
