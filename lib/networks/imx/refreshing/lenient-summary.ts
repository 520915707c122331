import { z } from 'zod'
import { Count } from '../lenient.ts'

export type Counts = { succeeded: number; failed: number; pending: number }

const Part = z.object({ succeeded: Count.nullish(), failed: Count.nullish(), pending: Count.nullish() })

/**
 * The specification says a list, the wire shows an object; a list is added up. A count that is absent beside others is
 * zero. One that cannot be read leaves nothing to rely on: null.
 */
export const LenientSummary = z
  .union([Part.transform((part) => [part]), z.array(Part)])
  .transform(addUp)
  .nullish()
  .catch(null)
  .transform((counts) => counts ?? null)

function addUp(parts: z.output<typeof Part>[]): Counts | null {
  const isSaid = parts.some((part) => Object.values(part).some((count) => typeof count === 'number'))
  if (!isSaid) return null
  const sum = (name: keyof Counts) => parts.reduce((total, part) => total + (part[name] ?? 0), 0)
  const counts = { succeeded: sum('succeeded'), failed: sum('failed'), pending: sum('pending') }
  return Object.values(counts).every((count) => Count.safeParse(count).success) ? counts : null
}
