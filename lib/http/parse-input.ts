import 'server-only'
import type { z } from 'zod'
import { AppError } from '../core/app-error.ts'

const MAX_DEPTH = 20

/** Parses one part of a request; without a schema that part is undefined, whatever was sent. */
export function parseInput<T>(schema: z.ZodType<T> | undefined, value: unknown): T {
  if (!schema) return undefined as T
  // Postgres text cannot hold NUL, so no handler ever wants one.
  if (hasNul(value)) throw invalid([{ path: '', message: 'NUL characters are not allowed.' }])
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw invalid(
    result.error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.'), message })),
  )
}

/** A repeated parameter becomes a list, which schemas of single values refuse. */
export function readQuery(url: string): Record<string, string | string[]> {
  const { searchParams } = new URL(url)
  const entries = [...new Set(searchParams.keys())].map((key) => {
    const values = searchParams.getAll(key)
    return [key, values.length === 1 && values[0] !== undefined ? values[0] : values] as const
  })
  return Object.fromEntries(entries)
}

function invalid(issues: { path: string; message: string }[]): AppError {
  return new AppError('invalid_request', 'The request is not valid.', { issues })
}

function hasNul(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return value.includes('\0')
  if (typeof value !== 'object' || value === null) return false
  if (depth > MAX_DEPTH) throw invalid([{ path: '', message: 'The values are nested too deeply.' }])
  // Without a pair for each item: a list may have 100,000.
  if (Array.isArray(value)) return value.some((item) => hasNul(item, depth + 1))
  return Object.entries(value).some(([key, item]) => key.includes('\0') || hasNul(item, depth + 1))
}
