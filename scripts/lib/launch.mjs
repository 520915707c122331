import './outlive-log-reader.mjs'
import { enterRoot, loadSettings } from './project.mjs'
import { stopAll, stopOnSignals } from './running.mjs'
import { sayFailure } from './say.mjs'

/** Runs a program of ours: signals stop what it started, and a failure is told in one line. Tests read no `.env`. */
export async function launch(main, { readsSettings = true } = {}) {
  stopOnSignals()
  try {
    enterRoot()
    if (readsSettings) loadSettings()
    await main()
  } catch (error) {
    sayFailure(error)
    await stopAll(1)
  }
}
