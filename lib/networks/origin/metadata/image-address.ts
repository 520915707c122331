export type ImageAddressKind = 'https' | 'http' | 'ipfs' | 'ar' | 'content_id' | 'data' | 'other'

/** A content id of IPFS without a scheme, as version 0 (base58) or version 1 (base32), with or without a path. */
const contentId = /^(Qm[1-9A-HJ-NP-Za-km-z]{44}|b[a-z2-7]{58,})(\/|$)/

/** What kind of address a metadata document gives for an image. */
export function imageAddressKind(raw: string): ImageAddressKind {
  const address = raw.trim()
  if (contentId.test(address)) return 'content_id'
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase()
  switch (scheme) {
    case 'https':
    case 'http':
    case 'ipfs':
    case 'ar':
      return scheme
    case 'data':
      return /^data:image\/[a-z0-9.+-]+[;,]/i.test(address) ? 'data' : 'other'
    default:
      return 'other'
  }
}
