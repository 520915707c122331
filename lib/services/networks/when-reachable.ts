import 'server-only'
import { UpstreamError } from '../../networks/http/upstream-error.ts'
import type { Network } from './networks.ts'

/** Somebody else's trial is under way. */
const TRIAL_MS = 1_000

/**
 * When it makes sense to submit to a network; null for now. A network that was silent is first asked something
 * harmless, because the answer to a submission must not get lost.
 */
export async function whenReachable(network: Network, now: Date): Promise<Date | null> {
  const waitMs = Math.max(await unreachableForMs(network), network.writesHeldForMs())
  return waitMs > 0 ? new Date(now.getTime() + waitMs) : null
}

/** The same without what the network itself said of submissions: 0 when it answers. */
export async function unreachableForMs(network: Network): Promise<number> {
  const { breaker } = network
  await network.readHealth()
  if (breaker.state() === 'half_open') {
    try {
      await network.provider.catalog.ping()
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error
    }
  }
  return breaker.state() === 'half_open' ? TRIAL_MS : breaker.openForMs()
}
