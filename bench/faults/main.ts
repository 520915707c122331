import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { endOnSignals } from './on-end.ts'
import { type Bench, prepare } from './run-case.ts'
import { type Chosen, type Found, runUndisturbed, runVariant } from './run-variant.ts'
import { startSandboxProcess } from './sandbox-process.ts'
import { openStores } from './stores.ts'
import { type Row, renderTable, writeTable } from './table.ts'
import { type Variant, variants } from './variants.ts'

endOnSignals()

const { values: flags } = parseArgs({
  options: {
    /** Only the plain kill, at one step of each kind. */
    'each-kind': { type: 'boolean', default: false },
    /** Puts the table into bench/README.md. */
    write: { type: 'boolean', default: false },
    /** Only variants whose name contains this, or one of these, by |. */
    only: { type: 'string', default: '' },
    /** Only these steps, by commas; `none` strikes nowhere. */
    at: { type: 'string' },
    /** How many engines work at once. */
    workers: { type: 'string', default: '2' },
    /** Only each third step, and the like. */
    stride: { type: 'string', default: '1' },
    /** Writes what happened in each run into this folder. */
    keep: { type: 'string' },
  },
})
const stride = Number(flags.stride) || 1

/** With a stride each variant begins at another step, so that together they strike at all kinds. */
function stepsFor(variant: Variant): Chosen {
  if (flags['each-kind']) return 'each-kind'
  if (flags.at) return flags.at.split(',').flatMap((n) => Number(n) || [])
  return variant.steps ?? { from: 1 + (variants.indexOf(variant) % stride), stride }
}

const isWanted = ({ name }: Variant) =>
  flags.only.split('|').some((text) => name.includes(text)) &&
  (!flags['each-kind'] || name === 'killed' || flags.only !== '')

function report(variant: Variant, { strikeAt, step, violations, errors, run }: Found) {
  const where = strikeAt === null ? 'no strike' : `step ${strikeAt} (${step})`
  if (violations.length > 0) console.log(`VIOLATED  ${variant.name}, ${where}: ${violations.join('; ')}`)
  for (const error of errors) console.log(`  logged  ${variant.name}, ${where}: ${error}`)
  if (!flags.keep) return
  const name = `${variant.name} ${strikeAt ?? 'undisturbed'}.json`.replace(/[^\w.]+/g, '-')
  writeFileSync(join(flags.keep, name), JSON.stringify(run, null, 1))
}

const benches: Bench[] = []
const rows: Row[] = []
try {
  // Each with a PostgreSQL of its own, because some runs restart it.
  for (let worker = 0; worker < Number(flags.workers); worker++) {
    const bench = { stores: await openStores(), sandbox: await startSandboxProcess() }
    benches.push(bench)
    await prepare(bench)
  }
  const [bench] = benches
  if (!bench) throw new Error('--workers must be at least 1')
  const undisturbed = await runUndisturbed(bench)
  for (const variant of variants.filter(isWanted)) {
    const onRun = (found: Found) => report(variant, found)
    const { row } = await runVariant(benches, variant, { steps: stepsFor(variant), undisturbed, onRun })
    console.log(`${row.variant}: ${row.runs} runs, ${row.violations} violated, ${row.seconds} s`)
    rows.push(row)
    if (flags.write) writeTable([row])
  }
} finally {
  for (const { sandbox, stores } of benches) {
    await sandbox.stop()
    await stores.remove()
  }
}

console.log(`\n${renderTable(rows)}`)
process.exit(rows.some(({ violations }) => violations > 0) ? 1 : 0)
