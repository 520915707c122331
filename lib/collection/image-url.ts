type ImageRules = {
  /** Without a trailing slash. */
  ipfsGateway: string
  /** The demo world's sandbox, the only origin whose images may come over plain http; null in the real world. */
  sandboxOrigin: string | null
}

/** What a browser may load for an image URL that a network gave us; null when nothing may be. */
export function toImageUrl(raw: string | null, { ipfsGateway, sandboxOrigin }: ImageRules): string | null {
  const url = parse(raw)
  if (!url) return null
  switch (url.protocol) {
    case 'https:':
      return url.username || url.password ? null : url.href
    case 'http:':
      return url.origin === sandboxOrigin ? url.href : null
    case 'data:':
      return /^data:image\/[a-z0-9.+-]+[;,]/i.test(url.href) ? url.href : null
    case 'ipfs:':
      return gatewayUrl(raw ?? '', ipfsGateway)
    default:
      return null
  }
}

function parse(raw: string | null): URL | null {
  return raw && URL.canParse(raw.trim()) ? new URL(raw.trim()) : null
}

/** Works on the raw text, because a URL parser lower-cases the host and a content id is case-sensitive. */
function gatewayUrl(raw: string, gateway: string): string | null {
  const match = /^ipfs:\/\/(?:ipfs\/)?([A-Za-z0-9]+)(\/[^?#]*)?(?:[?#].*)?$/.exec(raw.trim())
  if (!match?.[1]) return null
  const path = (match[2] ?? '')
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..')
  const encoded = path.map((segment) => encodeURIComponent(decode(segment)))
  return [gateway, match[1], ...encoded].join('/')
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
