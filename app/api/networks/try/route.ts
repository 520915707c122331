import { NetworkList, TryNetwork } from '@/lib/domain/networks/network-card-schema.ts'
import { route } from '@/lib/http/route.ts'
import { tryNetwork } from '@/lib/services/networks/try-network.ts'

export const POST = route({ body: TryNetwork, response: NetworkList }, ({ ctx, body }) =>
  tryNetwork(ctx, body),
)
