import 'server-only'
import { dehydrate, QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { writePageData } from '@/lib/api/page-data.ts'
import { Hydrated } from './hydrated.tsx'
import { pageContext } from './page-context.ts'
import type { Prefetch } from './prefetch.ts'

type Props = { queries: readonly Prefetch[]; children: ReactNode }

/** Renders its children with these queries answered, or about to be. */
export async function Prefetched({ queries, children }: Props) {
  const ctx = await pageContext()
  const client = new QueryClient()
  await Promise.all(queries.map((query) => query(client, ctx)))
  const state = dehydrate(client, {
    serializeData: writePageData,
    shouldDehydrateQuery: ({ state: { status } }) => status !== 'error',
  })
  return <Hydrated state={state}>{children}</Hydrated>
}
