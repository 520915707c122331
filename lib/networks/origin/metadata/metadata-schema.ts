import { z } from 'zod'
import { type Metadata as Given, isMetadata } from './metadata.ts'

/** An object as it came: copying it, as a record schema does, would lose a key `__proto__` and the digits of numbers. */
export const Metadata = z.custom<Given>(isMetadata)
export type Metadata = z.infer<typeof Metadata>
