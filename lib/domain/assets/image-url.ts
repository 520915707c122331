import { imageAddressKind } from '../../networks/origin/metadata/image-address.ts'
import { inlineImageUrl } from './inline-image-url.ts'

export type ImageRules = {
  /** Without a trailing slash, like the next. */
  ipfsGateway: string
  arweaveGateway: string
  /** Demo mode's sandbox, the only origin whose images may come over plain http; null in real mode. */
  sandboxOrigin: string | null
}

/** What a browser may load for an image URL that a network gave us; null when nothing may be. */
export function toImageUrl(raw: string | null, rules: ImageRules): string | null {
  const address = raw?.trim() ?? ''
  switch (imageAddressKind(address)) {
    case 'https':
    case 'http':
      return webUrl(address, rules.sandboxOrigin)
    case 'data':
      return inlineImageUrl(address)
    case 'ipfs':
      return gatewayUrl(rules.ipfsGateway, /^ipfs:\/\/(?:ipfs\/)?([A-Za-z0-9]+)(\/.*)?$/i.exec(address))
    case 'content_id':
      return gatewayUrl(rules.ipfsGateway, /^([A-Za-z0-9]+)(\/.*)?$/.exec(address))
    case 'ar':
      return gatewayUrl(rules.arweaveGateway, /^ar:\/\/([\w-]{43})(\/.*)?$/i.exec(address))
    case 'other':
      return null
  }
}

function webUrl(address: string, sandboxOrigin: string | null): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol === 'http:') return url.origin === sandboxOrigin ? url.href : null
  return url.username || url.password ? null : url.href
}

/** Works on the raw text, because a URL parser lower-cases the host and a content id is case-sensitive. */
function gatewayUrl(gateway: string, match: RegExpExecArray | null): string | null {
  if (!match?.[1]) return null
  const path = (match[2] ?? '')
    .replace(/[?#].*$/s, '')
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
