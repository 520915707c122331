import 'server-only'
import { cookies } from 'next/headers'
import { readZone } from '@/lib/core/read-zone.ts'

/** The time zone that this browser named last; UTC until it has. */
export const pageZone = async (): Promise<string> =>
  readZone((await cookies()).get('zone')?.value ?? '') ?? 'UTC'
