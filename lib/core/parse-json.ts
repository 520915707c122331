const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * What a text, or bytes that are UTF-8, say as JSON; undefined, which no JSON says, when they are none. `parse` may
 * read numbers another way.
 */
export function parseJson(text: string | Uint8Array, parse: (text: string) => unknown = JSON.parse): unknown {
  try {
    return parse(typeof text === 'string' ? text : utf8.decode(text))
  } catch {
    return undefined
  }
}
