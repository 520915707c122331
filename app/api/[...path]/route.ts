import { z } from 'zod'
import { AppError } from '@/lib/errors/app-error.ts'
import { publicRoute } from '@/lib/http/route.ts'

const nothing = publicRoute({ response: z.undefined() }, () => {
  throw new AppError('not_found', 'The desk has nothing at this address.')
})

export const GET = nothing
export const POST = nothing
export const PUT = nothing
export const PATCH = nothing
export const DELETE = nothing
