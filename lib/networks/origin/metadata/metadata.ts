import { z } from 'zod'
import { isExactNumber } from '../json/exact-json.ts'

export type Metadata = Record<string, unknown>

export const isMetadata = (value: unknown): value is Metadata =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isExactNumber(value)

/** An object as it came: copying it, as a record schema does, would lose a key `__proto__` and the digits of numbers. */
export const Metadata = z.custom<Metadata>(isMetadata)
