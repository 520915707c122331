import { isExactNumber } from '../json/exact-json.ts'

export type Metadata = Record<string, unknown>

export const isMetadata = (value: unknown): value is Metadata =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isExactNumber(value)
