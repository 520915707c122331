import 'server-only'
import type { ServiceContext } from '../context.ts'
import { hub, keepReading, stopWhenUnwatched } from './hub.ts'
import { readNetworks } from './network-news.ts'
import { readCurrent } from './read-changes.ts'
import type { Viewer } from './viewers.ts'

/** The first event brings the newest refreshes and all that are not finished, later ones what changed; the second the networks. Returns how to leave. */
export async function watchRefreshes(ctx: ServiceContext): Promise<(viewer: Viewer) => () => void> {
  const first = await readCurrent(ctx)
  const networks = await readNetworks(ctx)
  return (viewer) => {
    const { list } = hub()
    list.viewers.add(viewer)
    viewer.send('changed', first)
    viewer.send('networks', networks)
    keepReading(ctx)
    return () => {
      list.viewers.delete(viewer)
      if (list.viewers.size === 0) list.versions.clear()
      stopWhenUnwatched()
    }
  }
}
