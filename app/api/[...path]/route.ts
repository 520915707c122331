import { z } from 'zod'
import { nothingHere } from '@/lib/http/nothing-here.ts'
import { publicRoute } from '@/lib/http/route.ts'

const nothing = publicRoute({ response: z.undefined() }, () => {
  throw nothingHere()
})

export const GET = nothing
export const POST = nothing
export const PUT = nothing
export const PATCH = nothing
export const DELETE = nothing
