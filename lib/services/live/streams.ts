import 'server-only'
import { findTokenCallerById } from '../../auth/access-tokens.ts'
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

/** Whether the session or token behind a stream still lives. Any role may watch, so the member alone counts. */
export async function mayStillWatch({ db, caller, now }: ServiceContext): Promise<boolean> {
  const find = caller.kind === 'session' ? findSessionById : findTokenCallerById
  return (await find(db, caller.id, now())) !== null
}
