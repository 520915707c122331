import { expect, onTestFinished, test } from 'vitest'
import { prepare } from './run-case.ts'
import { runVariant } from './run-variant.ts'
import { startSandboxProcess } from './sandbox-process.ts'
import { openStores } from './stores.ts'

const LIMIT_MS = 900_000

test(
  'behavior: an engine killed at a step of each kind comes to the same end, and the network took each batch once',
  async () => {
    const stores = await openStores()
    onTestFinished(() => stores.remove())
    const sandboxes = [await startSandboxProcess(), await startSandboxProcess()] as const
    onTestFinished(async () => {
      for (const sandbox of sandboxes) await sandbox.stop()
    })
    await prepare({ stores, sandbox: sandboxes[0] })
    const benches = sandboxes.map((sandbox) => ({ stores, sandbox }))
    const plan = { steps: 'each-kind', undisturbed: null, onRun: () => {} } as const
    const { found } = await runVariant(benches, { name: 'killed', faults: [] }, plan)
    expect(found.flatMap(({ step, violations }) => violations.map((one) => `${step}: ${one}`))).toEqual([])
    expect(found.length).toBeGreaterThanOrEqual(8)
  },
  LIMIT_MS,
)
