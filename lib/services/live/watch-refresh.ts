import 'server-only'
import type { ServiceContext } from '../context.ts'
import { getSummary } from '../refreshes/get-refresh.ts'
import { hub, keepReading, stopWhenUnwatched } from './hub.ts'
import { readNetworks } from './network-news.ts'
import { readSnapshot } from './read-changes.ts'
import type { Viewer } from './viewers.ts'

/** Throws `not_found` before anything is streamed; the viewer's first event is a snapshot, the second the networks. Returns how to leave. */
export async function watchRefresh(
  ctx: ServiceContext,
  key: string,
): Promise<(viewer: Viewer) => () => void> {
  const { id } = await getSummary(ctx, key)
  const first = hub().details.get(id)?.snapshot ? null : await readSnapshot(ctx, id)
  const networks = await readNetworks(ctx)
  return (viewer) => {
    const { details } = hub()
    const watched = details.get(id) ?? { version: 0, snapshot: null, viewers: new Set<Viewer>() }
    details.set(id, watched)
    watched.viewers.add(viewer)
    if (first && first.version > watched.version) Object.assign(watched, first)
    if (watched.snapshot) viewer.send('snapshot', watched.snapshot)
    viewer.send('networks', networks)
    keepReading(ctx)
    return () => {
      watched.viewers.delete(viewer)
      if (watched.viewers.size === 0 && details.get(id) === watched) details.delete(id)
      stopWhenUnwatched()
    }
  }
}
