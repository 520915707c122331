import 'server-only'
import type { WorkContext } from '../context.ts'
import { describeNetworks } from '../networks/describe-networks.ts'
import type { Hub } from './viewers.ts'

/** A network that is asked all the time has news all the time; nobody reads a latency every second. */
const TICKS_BETWEEN = 5

export const readNetworks = async (work: Pick<WorkContext, 'networks'>): Promise<string> =>
  JSON.stringify(await describeNetworks(work))

/** Tells every viewer at once when a network goes or comes back, and now and then when it last answered. */
export async function reportNetworks(work: Pick<WorkContext, 'networks'>, current: Hub): Promise<void> {
  const { networks: known } = current
  const list = await describeNetworks(work)
  const text = JSON.stringify(list)
  const states = list.items.map(({ state }) => state).join()
  known.ticks += 1
  if (text === known.text || (states === known.states && known.ticks < TICKS_BETWEEN)) return
  current.networks = { text, states, ticks: 0 }
  const viewers = [...current.details.values()].flatMap((watched) => [...watched.viewers])
  for (const viewer of new Set([...viewers, ...current.list.viewers])) viewer.send('networks', text)
}
