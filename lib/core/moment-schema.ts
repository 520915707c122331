import { z } from 'zod'

/** A time that a caller names. PostgreSQL knows no year 0. */
export const Moment = z.iso
  .datetime()
  .refine((iso) => !iso.startsWith('0000'), 'must be of the year 1 or later')
