import { checkReadiness } from '@/lib/services/readiness.ts'

export const dynamic = 'force-dynamic'

/** Database, migrations and jobs: 200 when this instance may be given traffic, else 503. */
export async function GET(): Promise<Response> {
  const readiness = await checkReadiness()
  const isReady = Object.values(readiness).every(Boolean)
  return Response.json(readiness, { status: isReady ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
