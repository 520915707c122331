import 'server-only'
import { findSessionById } from '../../auth/session.ts'
import type { ServiceContext } from '../context.ts'
import { hub } from './hub.ts'

/** Ends every stream of this process; call it first when the desk stops. */
export function closeStreams(): void {
  const { details, list, timer } = hub()
  const viewers = [...details.values()].flatMap((watched) => [...watched.viewers]).concat([...list.viewers])
  for (const viewer of viewers) viewer.end()
  if (timer) clearInterval(timer)
  hub().timer = null
}

/** Whether the session behind a stream still lives. Any role may watch, so the member alone counts. */
export async function mayStillWatch(ctx: ServiceContext): Promise<boolean> {
  return (await findSessionById(ctx.db, ctx.sessionId, ctx.now())) !== null
}
