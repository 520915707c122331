const escapes: Record<string, string> = { '#': '%23', '\n': '%0A', '\r': '%0D', '\t': '%09' }

/**
 * A `data:` image as a browser must get it. In one that is plain text, as studios write SVG, a `#` would begin the
 * fragment, and line breaks, which URL parsers drop, may part two words.
 */
export function inlineImageUrl(address: string): string | null {
  const comma = address.indexOf(',')
  if (comma < 0) return null
  const [head, data] = [address.slice(0, comma), address.slice(comma)]
  const url = /;base64$/i.test(head)
    ? address
    : head + data.replace(/[#\n\r\t]/g, (found) => escapes[found] ?? found)
  return URL.canParse(url) ? new URL(url).href : null
}
