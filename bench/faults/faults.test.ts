import { expect, onTestFinished, test } from 'vitest'
import { prepare } from './run-case.ts'
import { runUndisturbed, runVariant } from './run-variant.ts'
import { startSandboxProcess } from './sandbox-process.ts'
import { pgliteStores } from './stores.ts'

const LIMIT_MS = 240_000

test(
  'behavior: a real engine killed at a step of each kind comes to the same end, and the network has taken each batch once',
  async () => {
    const stores = await pgliteStores()
    onTestFinished(() => stores.remove())
    const sandbox = await startSandboxProcess()
    onTestFinished(() => sandbox.stop())
    const bench = { stores, sandbox }
    await prepare(bench)
    const undisturbed = await runUndisturbed(bench)
    const variant = { name: 'killed', faults: [] }
    const plan = { steps: 'each-kind', undisturbed, onRun: () => {} } as const
    const { found } = await runVariant([bench], variant, plan)
    expect(found.flatMap(({ step, violations }) => violations.map((one) => `${step}: ${one}`))).toEqual([])
    expect(found.length).toBeGreaterThanOrEqual(8)
  },
  LIMIT_MS,
)
