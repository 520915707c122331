import { NetworkList } from '@/lib/domain/networks/network-card-schema.ts'
import { route } from '@/lib/http/route.ts'
import { listNetworks } from '@/lib/services/networks/list-networks.ts'

export const GET = route({ response: NetworkList }, ({ ctx }) => listNetworks(ctx))
