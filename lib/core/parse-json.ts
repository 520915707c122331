/** What a text says as JSON; undefined, which no JSON says, when it is none. `parse` may read numbers another way. */
export function parseJson(text: string, parse: (text: string) => unknown = JSON.parse): unknown {
  try {
    return parse(text)
  } catch {
    return undefined
  }
}
