import 'server-only'
import { isAppError } from '../../core/app-error.ts'
import type { ServiceContext } from '../context.ts'
import type { Viewer } from './viewers.ts'
import { watchRefresh } from './watch-refresh.ts'
import { watchRefreshes } from './watch-refreshes.ts'

/** The list of refreshes, and those of `keys` that exist, on one stream: the pages of a browser share it. Returns how to leave. */
export async function watchAll(
  ctx: ServiceContext,
  keys: readonly string[],
): Promise<(viewer: Viewer) => () => void> {
  const joins = [
    await watchRefreshes(ctx),
    ...(await Promise.all(keys.map((key) => watchRefresh(ctx, key).catch(nothing)))),
  ]
  return (viewer) => {
    const leaves = joins.map((join) => join(viewer))
    return () => {
      for (const leave of leaves) leave()
    }
  }
}

/** The page of a refresh that is not there must not end the stream of the others. */
function nothing(error: unknown) {
  if (isAppError(error) && error.code === 'not_found') return () => () => {}
  throw error
}
