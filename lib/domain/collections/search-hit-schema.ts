import { z } from 'zod'

export const SearchQuery = z.object({ q: z.string().trim().max(100) })

export const SearchHit = z.object({
  kind: z.enum(['collection', 'token', 'refresh', 'address']),
  title: z.string(),
  detail: z.string(),
  imageUrl: z.string().nullable(),
  href: z.string(),
})
export type SearchHit = z.infer<typeof SearchHit>

export const SearchAnswer = z.object({ items: z.array(SearchHit) })
export type SearchAnswer = z.infer<typeof SearchAnswer>
