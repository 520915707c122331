import { byteSize } from '../byte-size.ts'
import type { Finding } from '../finding-schema.ts'
import { isExactNumber } from '../json/exact-json.ts'
import { pathText } from '../path-text.ts'
import { imageAddressKind } from './image-address.ts'
import type { Metadata } from './metadata.ts'
import { reviewAttributes } from './review-attributes.ts'

const MOST = 20
const DEEPEST = 20
const LONGEST_TEXT_BYTES = 64 * 1024
const imageKeys = ['image', 'image_url']
/** Whatever a browser can be shown, if need be by a gateway. */
const shownKinds = ['https', 'ipfs', 'ar', 'content_id', 'data']

type Path = (string | number)[]

/** What is odd in metadata that was read, field by field: it was accepted, and may still not be shown as meant. */
export function reviewMetadata(metadata: Metadata): Finding[] {
  const found: Finding[] = []
  for (const finding of walk(metadata, [])) if (found.push(finding) === MOST) break
  return [...found, ...reviewImages(metadata), ...reviewAttributes(metadata)].slice(0, MOST)
}

function* walk(value: unknown, path: Path): Generator<Finding> {
  if (typeof value === 'string') return yield* reviewText(value, path)
  if (isExactNumber(value)) return yield { kind: 'large_number', key: pathText(path) }
  if (typeof value !== 'object' || value === null || path.length >= DEEPEST) return
  const isList = Array.isArray(value)
  for (const [key, child] of Object.entries(value)) {
    if (!isList) yield* reviewText(key, [...path, key])
    yield* walk(child, [...path, isList ? Number(key) : key])
  }
}

function* reviewText(text: string, path: Path): Generator<Finding> {
  const key = pathText(path).replaceAll('\0', '\uFFFD')
  if (text.includes('\0')) yield { kind: 'unstorable_text', key, word: 'NUL' }
  else if (!text.isWellFormed()) yield { kind: 'unstorable_text', key, word: 'half a character' }
  // No character takes more than three bytes for each unit of its length.
  const bytes = text.length * 3 > LONGEST_TEXT_BYTES ? byteSize(text) : 0
  if (bytes > LONGEST_TEXT_BYTES) yield { kind: 'long_text', key, bytes }
}

function reviewImages(metadata: Metadata): Finding[] {
  return imageKeys.flatMap((key): Finding[] => {
    const address = Object.hasOwn(metadata, key) ? metadata[key] : null
    if (typeof address !== 'string' || address.trim() === '') return []
    if (shownKinds.includes(imageAddressKind(address))) return []
    return [{ kind: 'image_address', key, word: address.slice(0, 120).toWellFormed() }]
  })
}
