import { z } from 'zod'
import { visibleName } from '../../collection/visible-name.ts'

/** Text that may be absent, null, empty or of another type: all of these become null. PostgreSQL has neither NUL nor halves of characters. */
export const LenientText = z
  .string()
  .nullish()
  .catch(null)
  .transform((text) => text?.replaceAll('\0', '\uFFFD').toWellFormed() || null)

/** A name that pages show; one that nobody would see becomes null. */
export const LenientName = LenientText.transform(visibleName)

/** A time as text in any readable form, as an ISO string; unreadable becomes null. */
export const LenientTime = LenientText.transform((text) => {
  const time = Date.parse(text ?? '')
  return Number.isNaN(time) ? null : new Date(time).toISOString()
})

const LARGEST = 2_147_483_647

/** A whole number that may arrive as text; one that no integer column could hold becomes null. */
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
  .transform((value) =>
    typeof value === 'number' && value >= 0 && value <= LARGEST ? Math.trunc(value) : null,
  )
