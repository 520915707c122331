import { z } from 'zod'
import { route } from '@/lib/http/route.ts'
import { deleteSignature } from '@/lib/services/signatures/delete-signature.ts'

const params = z.object({ id: z.string().max(60) })

export const DELETE = route({ params, response: z.undefined() }, ({ ctx, params }) =>
  deleteSignature(ctx, params),
)
