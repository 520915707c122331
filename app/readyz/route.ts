import { checkReadiness } from '@/lib/services/readiness.ts'

export const dynamic = 'force-dynamic'

/** Checks database, disk, migrations and jobs: 200 if this instance can serve traffic, else 503 with the reason. */
export async function GET(): Promise<Response> {
  const readiness = await checkReadiness()
  const status = readiness.problem === null ? 200 : 503
  return Response.json(readiness, { status, headers: { 'cache-control': 'no-store' } })
}
