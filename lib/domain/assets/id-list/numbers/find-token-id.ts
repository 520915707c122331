import { isTokenId } from '../../token-id.ts'
import { readPart } from './read-part.ts'

/** The one token id that somebody typed or pasted, also with `#`, in quotes or between invisible marks; else null. */
export function findTokenId(text: string): string | null {
  const part = readPart(text)
  const id = part.kind === 'doubt' && part.doubt === 'rounded' ? part.reading : part
  return id.kind === 'id' && isTokenId(id.id) ? id.id : null
}
