import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { canGive, type Help, type Need } from '@/lib/domain/refreshes/needs/need.ts'
import { shortAddress } from '@/lib/format/address.ts'

type Named = { address: string; name: string | null }
type Needing = Pick<RefreshSummary, 'needs' | 'collection' | 'by'>

export type Holder = { words: string; address: string | null }

/** Who is asked for a need: this member, the owner who signs, or whoever submitted it. */
export function needHolder(
  need: Need,
  refresh: Needing,
  { help, members }: { help: Help; members: readonly Named[] },
): Holder {
  if (canGive(help, need, refresh)) return { words: 'You', address: help.signsFor }
  if (need !== 'signature') return refresh.by ? named(refresh.by) : { words: 'An operator', address: null }
  const { ownerAddress } = refresh.collection
  if (!ownerAddress) return { words: 'The owner', address: null }
  const owner = members.find(({ address }) => address === ownerAddress)
  return named(owner ?? { address: ownerAddress, name: null })
}

const named = ({ address, name }: Named): Holder => ({ words: name ?? shortAddress(address), address })
