import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { shortAddress } from '@/lib/format/address.ts'

type Facts = Pick<RefreshDetail, 'source' | 'signer' | 'by' | 'activity'>

/** `with Ada’s token “nightly”`: the access token a script used. Null when no script sent the refresh. */
export function tokenText({ source, signer, by, activity }: Facts): string | null {
  if (source !== 'script') return null
  const submitted = activity.find((one) => one.kind === 'submitted')
  const token = submitted?.data.token
  const name = token ? `token “${token}”` : 'token'
  if (!by) return `with a ${name}`
  const isOwn = by.address === (signer ?? by).address
  return isOwn ? `with the ${name}` : `with ${by.name ?? shortAddress(by.address)}’s ${name}`
}
