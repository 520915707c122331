import 'server-only'
import type { DataTag, QueryClient, QueryKey } from '@tanstack/react-query'
import type { z } from 'zod'
import { unanswered } from '@/lib/api/page-data.ts'
import { isAppError } from '@/lib/core/app-error.ts'
import type { ServiceContext } from '@/lib/services/context.ts'

/** Puts the answer to one query into the cache that a page brings along; the page waits for what it returns. */
export type Prefetch = (client: QueryClient, ctx: ServiceContext) => Promise<void>

type Query<T> = { queryKey: DataTag<QueryKey, T, Error> }
type Options<T> = {
  /** When the data was true, for what may be older than now; the browser asks again by its age. */
  updatedAt?: (data: T) => number
}

/**
 * Answers a query of the browser by the service behind its URL, in the shape its handler promises. What the service
 * refuses or does not know (null) is left out, so that the page asks for itself and says why.
 */
export const prefetch =
  <T>(
    { queryKey }: Query<T>,
    schema: z.ZodType<T>,
    read: (ctx: ServiceContext) => Promise<T | null>,
    { updatedAt = Date.now }: Options<T> = {},
  ): Prefetch =>
  async (client, ctx) => {
    const data = await answer(schema, () => read(ctx))
    if (data !== unanswered) client.setQueryData<unknown>(queryKey, data, { updatedAt: updatedAt(data) })
  }

/** The same where a network is asked: the page does not wait, and the answer follows it in the same response. */
export const stream =
  <T>(
    { queryKey }: Query<T>,
    schema: z.ZodType<T>,
    read: (ctx: ServiceContext) => Promise<T | null>,
  ): Prefetch =>
  async (client, ctx) => {
    const queryFn = () => answer(schema, () => read(ctx))
    // Typed as unknown, because it may be left unanswered.
    void client.prefetchQuery<unknown>({ queryKey, queryFn, retry: false })
  }

async function answer<T>(
  schema: z.ZodType<T>,
  read: () => Promise<T | null>,
): Promise<T | typeof unanswered> {
  try {
    const given = await read()
    return given === null ? unanswered : schema.parse(given)
  } catch (error) {
    if (isAppError(error)) return unanswered
    throw error
  }
}
