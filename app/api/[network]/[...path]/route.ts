import { scriptRoute } from '@/lib/http/script/script-route.ts'

type Context = { params: Promise<{ network: string }> }

const handle = async (request: Request, { params }: Context) => scriptRoute(request, (await params).network)

export const GET = handle
export const HEAD = handle
export const POST = handle
export const PUT = handle
export const PATCH = handle
export const DELETE = handle
export const OPTIONS = handle
