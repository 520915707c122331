import { loadSettings } from './project.mjs'
import { stopAll, stopOnSignals } from './running.mjs'
import { sayFailure } from './say.mjs'

/** Runs a launcher: signals stop what it started, and a failure is told in one line. */
export async function launch(main) {
  stopOnSignals()
  try {
    loadSettings()
    await main()
  } catch (error) {
    sayFailure(error)
    await stopAll(1)
  }
}
