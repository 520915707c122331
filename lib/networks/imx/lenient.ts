import { z } from 'zod'
import { readTime } from '../../core/read-time.ts'
import { visibleName } from '../../core/visible-name.ts'
import { isTokenId } from '../../domain/assets/token-id.ts'
import { cleanText } from '../../domain/failures/failure-body.ts'
import { type ExactNumber, isExactNumber } from '../origin/json/exact-json.ts'

const LONGEST_TEXT = 20_000
/** An address may be a picture in itself. */
const LONGEST_ADDRESS = 200_000
const LONGEST_ID = 200
const LONGEST_CURSOR = 4_000
const LARGEST_COUNT = 2_147_483_647

/** Text that may be absent, null, empty or of another type: all of these become null. What is too long is cut. */
export const lenientText = (longest: number) =>
  z
    .string()
    .nullish()
    .catch(null)
    .transform((text) => cleanText((text ?? '').slice(0, longest)) || null)

export const LenientText = lenientText(LONGEST_TEXT)

/** The address of a picture or a page, which cut short would be another one. */
export const LenientUrl = z
  .string()
  .max(LONGEST_ADDRESS)
  .nullish()
  .catch(null)
  .transform((text) => cleanText(text ?? '') || null)

/** What programs write for a time that they do not have: the first moment of Go, and that of UNIX. */
const unset = ['0001-01-01T00:00:00.000Z', '1970-01-01T00:00:00.000Z']

/** A time as ISO text; null when it is none, not set, or of a year that no page and no column can hold. */
export const LenientTime = z
  .string()
  .nullish()
  .catch(null)
  .transform((text) => readTime(text ?? null)?.toISOString() ?? null)
  .transform((time) => (time === null || unset.includes(time) ? null : time))

/** A name that pages show; one that nobody would see becomes null. */
export const LenientName = LenientText.transform(visibleName)

/** A whole number that may arrive as text and that an integer column can hold. */
export const Count = z.union([
  z.number().int().min(0).max(LARGEST_COUNT),
  z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number)
    .pipe(z.number().max(LARGEST_COUNT)),
])

export const LenientCount = Count.nullish()
  .catch(null)
  .transform((count) => count ?? null)

/**
 * What the network calls something. It goes back to the network as it came, so one that a column, a page or a path
 * would change is none.
 */
export const UpstreamId = z
  .string()
  .max(LONGEST_ID)
  .regex(/^(?!\.{1,2}$)[^\p{C}\p{Z}]+$/u)

export const LenientId = UpstreamId.nullish()
  .catch(null)
  .transform((id) => id ?? null)

/** Where a list goes on, in words that can be kept and sent back as they came. */
export const Cursor = z
  .string()
  .max(LONGEST_CURSOR)
  .regex(/^[^\p{C}]+$/u)

/** A token id, which may arrive as a number of any length: none of its digits is lost. */
export const LenientTokenId = z
  .union([
    z.string(),
    z.number().transform(String),
    z.custom<ExactNumber>(isExactNumber).transform(({ rawJSON }) => rawJSON),
  ])
  .refine(isTokenId)

/** What of a list can be read, and how many items cannot: one of them must not cost the others. Null is an empty list. */
export const LenientList = <Schema extends z.ZodType>(item: Schema) =>
  z
    .array(z.unknown())
    .nullable()
    .transform((list) => {
      const items = (list ?? []).flatMap((one) => {
        const read = item.safeParse(one)
        return read.success ? [read.data] : []
      })
      return { items, unreadable: (list ?? []).length - items.length }
    })
