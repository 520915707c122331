import 'server-only'
import { log } from '../http/log.ts'
import { workContext } from '../services/context.ts'
import { startSamples } from '../services/refreshes/start-samples.ts'

const TRIES = 20
const TRY_AGAIN_MS = 3_000

/** The sandbox may still be starting, so this asks more than once; without samples the desk is no worse. */
export async function trySamples(signal: AbortSignal): Promise<void> {
  for (let tries = 1; !signal.aborted; tries++) {
    try {
      await startSamples(workContext())
      return
    } catch (error) {
      if (tries === TRIES) {
        log.warn({ job: 'samples', error })
        return
      }
      await new Promise((done) => setTimeout(done, TRY_AGAIN_MS).unref())
    }
  }
}
