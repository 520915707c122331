import { checkRun, findEnd, sameEnd } from './check-run.ts'
import type { Event, Step } from './facts.ts'
import { type Bench, type Run, runCase } from './run-case.ts'
import type { Row } from './table.ts'
import type { Variant } from './variants.ts'

export type Found = {
  strikeAt: number | null
  step: string
  violations: string[]
  errors: string[]
  run: Run
}
export type Tested = { row: Row; found: Found[] }

/** Which steps to strike at: one of each kind, these, or all from `from` on, so many apart. */
export type Chosen = 'each-kind' | number[] | { from: number; stride: number }

type Plan = {
  steps: Chosen
  /** How a run ends that nothing disturbs; null takes the run without a strike for one. */
  undisturbed: string | null
  onRun: (found: Found) => void
}

/** Tests a variant: once without a strike, then once for each step, until a run ends without reaching it. */
export async function runVariant(benches: Bench[], variant: Variant, plan: Plan): Promise<Tested> {
  const startedMs = Date.now()
  const [first] = benches
  if (!first) throw new Error('No bench')
  const whole = await runCase(first, variant, null)
  const steps = stepsOf(whole.lives)
  const undisturbed = plan.undisturbed ?? endOf(whole)
  const found: Found[] = [judge(whole, variant, null, undisturbed)]
  let decisions = countDecisions(whole)
  plan.onRun(found[0] as Found)
  const todo = choose(plan.steps, steps)
  let isReached = true
  const worker = async (bench: Bench) => {
    for (const strikeAt of todo) {
      if (!isReached) return
      const run = await runCase(bench, variant, strikeAt)
      if (!hasStruck(run)) isReached = false
      const one = judge(run, variant, strikeAt, undisturbed)
      decisions += countDecisions(run)
      found.push(one)
      plan.onRun(one)
    }
  }
  await Promise.all(benches.map(worker))
  const violations = found.filter((one) => one.violations.length > 0).length
  const seconds = Math.round((Date.now() - startedMs) / 1000)
  const reached = Math.max(steps.length, ...found.map(({ strikeAt }) => strikeAt ?? 0))
  const { name } = variant
  const database = first.stores.kind === 'pglite' ? 'PGlite' : 'PostgreSQL'
  const struckAt = nameOf(plan.steps)
  const row = {
    database,
    variant: name,
    steps: reached,
    struckAt,
    runs: found.length,
    decisions,
    violations,
    seconds,
  }
  return { row, found }
}

/** The end of a refresh that nothing disturbs. */
export const runUndisturbed = async (bench: Bench): Promise<string> =>
  endOf(await runCase(bench, { name: 'undisturbed', faults: [] }, null))

/** Throws unless the run is without fault. */
function endOf(run: Run): string {
  const violations = checkRun(run, { name: 'undisturbed', faults: [] }, null)
  const end = findEnd(run)
  if (violations.length === 0 && end) return sameEnd(end)
  throw new Error(`An undisturbed run fails: ${violations.join('; ')} ${run.ends[0]?.errors.join('; ')}`)
}

function judge(run: Run, variant: Variant, strikeAt: number | null, undisturbed: string): Found {
  const struck = run.lives.flat().find((event) => event.type === 'struck')
  const step = struck?.type === 'struck' ? `${struck.kind} ${struck.what}` : 'no strike'
  const violations = checkRun(run, variant, undisturbed)
  return { strikeAt, step, violations, errors: run.ends.flatMap(({ errors }) => errors), run }
}

function nameOf(chosen: Chosen): string {
  if (Array.isArray(chosen)) return chosen.join(', ') || 'none'
  if (typeof chosen !== 'object') return 'one of each kind'
  return chosen.stride === 1 ? 'every step' : `each ${chosen.stride}. step`
}

const hasStruck = ({ lives }: Run) => lives.flat().some(({ type }) => type === 'struck')
const countDecisions = ({ lives }: Run) => lives.flat().filter(({ type }) => type === 'decision').length
const stepsOf = (lives: Event[][]): Step[] =>
  (lives[0] ?? []).filter((event): event is Step => event.type === 'step')

/** Without an end where all steps are wanted: it is reached when a run has no such step. */
function* choose(chosen: Chosen, steps: Step[]): Generator<number> {
  if (Array.isArray(chosen)) return yield* chosen
  if (typeof chosen === 'object') for (let n = chosen.from; ; n += chosen.stride) yield n
  // Of each kind the one in the middle of the run.
  const kinds = Map.groupBy(steps, ({ kind, what }) =>
    kind === 'request' || kind === 'answer' ? `${kind} ${what === 'create'}` : kind,
  )
  for (const [, group] of kinds) yield (group[Math.floor(group.length / 2)] as Step).n
}
