import { z } from 'zod'

/** Text that may be absent, null, empty or of another type: all of these become null. */
export const LenientText = z
  .string()
  .nullish()
  .catch(null)
  .transform((text) => text || null)

/** A time as text in any readable form, as an ISO string; unreadable becomes null. */
export const LenientTime = LenientText.transform((text) => {
  const time = Date.parse(text ?? '')
  return Number.isNaN(time) ? null : new Date(time).toISOString()
})

/** A whole number that may arrive as text. */
export const LenientCount = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ])
  .nullish()
  .catch(null)
  .transform((value) => (typeof value === 'number' && Number.isFinite(value) ? Math.trunc(value) : null))
