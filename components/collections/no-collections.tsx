import { LayoutGrid } from 'lucide-react'
import { Empty } from '../ui/empty.tsx'
import { OpenByAddress } from './open-by-address.tsx'

/** Before anybody of the team owned, refreshed or opened a collection. */
export const NoCollections = () => (
  <Empty icon={<LayoutGrid aria-hidden />} title="No collection yet." action={<OpenByAddress />}>
    Open one by its contract address. Collections that a member’s wallet owns appear by themselves.
  </Empty>
)
