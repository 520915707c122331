import { ChangedItems } from '@/lib/domain/refreshes/changed-items-schema.ts'
import { route } from '@/lib/http/route.ts'
import { listCurrentRefreshes } from '@/lib/services/refreshes/list-current-refreshes.ts'

export const GET = route({ response: ChangedItems }, ({ ctx }) => listCurrentRefreshes(ctx))
