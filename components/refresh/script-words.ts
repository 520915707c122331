import { shortAddress } from '@/lib/format/address.ts'
import type { RefreshDetail } from '@/lib/refresh/model.ts'

type Facts = Pick<RefreshDetail, 'origin' | 'signer' | 'by' | 'activity'>

/** `with Ada’s token “nightly”`: by what a script was let in. Null for what no script sent. */
export function tokenWords({ origin, signer, by, activity }: Facts): string | null {
  if (origin !== 'script') return null
  const { token } = activity.find(({ kind }) => kind === 'submitted')?.data ?? {}
  const name = typeof token === 'string' ? `token “${token}”` : 'token'
  if (!by) return `with a ${name}`
  const isOwn = by.address === (signer ?? by).address
  return isOwn ? `with the ${name}` : `with ${by.name ?? shortAddress(by.address)}’s ${name}`
}
