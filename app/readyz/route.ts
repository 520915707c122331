import { checkReadiness } from '@/lib/services/readiness.ts'

export const dynamic = 'force-dynamic'

/** Database, its disk, migrations and jobs: 200 when this instance may be given traffic, else 503 with what is wrong. */
export async function GET(): Promise<Response> {
  const readiness = await checkReadiness()
  const status = readiness.problem === null ? 200 : 503
  return Response.json(readiness, { status, headers: { 'cache-control': 'no-store' } })
}
