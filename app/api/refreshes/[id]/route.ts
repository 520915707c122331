import { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { EditNote, RefreshParams } from '@/lib/domain/refreshes/requests-schema.ts'
import { route } from '@/lib/http/route.ts'
import { editNote } from '@/lib/services/refreshes/edit-note.ts'
import { getRefresh } from '@/lib/services/refreshes/get-refresh.ts'

export const GET = route({ params: RefreshParams, response: RefreshDetail }, ({ ctx, params }) =>
  getRefresh(ctx, params.id),
)

export const PATCH = route(
  { params: RefreshParams, body: EditNote, response: RefreshDetail, role: 'operator' },
  ({ ctx, params, body }) => editNote(ctx, params.id, body.note),
)
