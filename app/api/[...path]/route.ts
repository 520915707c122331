import { z } from 'zod'
import { publicRoute } from '@/lib/http/route.ts'
import { nothingHere } from '@/lib/http/script/script-route.ts'

const nothing = publicRoute({ response: z.undefined() }, ({ request }) => {
  throw nothingHere(request)
})

export const GET = nothing
export const POST = nothing
export const PUT = nothing
export const PATCH = nothing
export const DELETE = nothing
