import { z } from 'zod'

export type Metadata = Record<string, unknown>

/** An object as it came: copying it, as a record schema does, would lose a key `__proto__` and the digits of numbers. */
export const Metadata = z.custom<Metadata>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
)
