import { z } from 'zod'
import { CollectionParams } from '@/lib/domain/collections/collection-card-schema.ts'
import { RefreshImportState } from '@/lib/domain/refreshes/refresh-import-schema.ts'
import { route } from '@/lib/http/route.ts'
import { getImport } from '@/lib/services/imports/get-import.ts'
import { startImport } from '@/lib/services/imports/start-import.ts'

export const GET = route({ params: CollectionParams, response: RefreshImportState }, ({ ctx, params }) =>
  getImport(ctx, params),
)

export const POST = route(
  {
    params: CollectionParams,
    body: z.strictObject({}),
    response: RefreshImportState,
    role: 'operator',
    status: 202,
  },
  ({ ctx, params }) => startImport(ctx, params),
)
