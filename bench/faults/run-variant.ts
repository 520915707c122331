import { checkRun, findEnd, sameEnd } from './check-run.ts'
import type { Step } from './facts.ts'
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
  const found: Found[] = []
  let { undisturbed } = plan
  const tryStep = async (bench: Bench, strikeAt: number | null) => {
    const run = await runCase(bench, variant, strikeAt)
    undisturbed ??= endOf(run)
    const one = judge(run, variant, strikeAt, undisturbed)
    found.push(one)
    plan.onRun(one)
    return run
  }
  const [first] = benches
  if (!first) throw new Error('No bench')
  // What the others strike at, or are compared with, is known after this one.
  const isFirstNeeded = plan.steps === 'each-kind' || undisturbed === null
  const whole = isFirstNeeded ? stepsOf(await tryStep(first, null)) : null
  const todo = choose(plan.steps, whole)
  const isOpenEnded = typeof plan.steps === 'object' && !Array.isArray(plan.steps)
  let isReached = true
  const worker = async (bench: Bench) => {
    for (const strikeAt of todo) {
      if (!isReached) return
      const run = await tryStep(bench, strikeAt)
      if (isOpenEnded && strikeAt !== null && !hasStruck(run)) isReached = false
    }
  }
  await Promise.all(benches.map(worker))
  const undisturbedRun = found.find(({ strikeAt }) => strikeAt === null)?.run
  const row = {
    variant: variant.name,
    steps: undisturbedRun ? stepsOf(undisturbedRun).length : 0,
    struckAt: nameOf(plan.steps),
    runs: found.length,
    decisions: found.reduce((sum, { run }) => sum + countDecisions(run), 0),
    violations: found.filter((one) => one.violations.length > 0).length,
    seconds: Math.round((Date.now() - startedMs) / 1000),
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
  const violations = step === variant.mayRepeatAt ? [] : checkRun(run, variant, undisturbed)
  return { strikeAt, step, violations, errors: run.ends.flatMap(({ errors }) => errors), run }
}

function nameOf(chosen: Chosen): string {
  if (Array.isArray(chosen)) return chosen.length > 6 ? `${chosen.length} steps` : chosen.join(', ') || 'none'
  if (typeof chosen !== 'object') return 'one of each kind'
  return chosen.stride === 1 ? 'every step' : `each ${chosen.stride}. step`
}

const hasStruck = ({ lives }: Run) => lives.flat().some(({ type }) => type === 'struck')
const countDecisions = ({ lives }: Run) => lives.flat().filter(({ type }) => type === 'decision').length
const stepsOf = ({ lives }: Run): Step[] =>
  (lives[0] ?? []).filter((event): event is Step => event.type === 'step')

/** Without an end where all steps are wanted: it is reached when a run has no such step. Null is no strike. */
function* choose(chosen: Chosen, whole: Step[] | null): Generator<number | null> {
  if (!whole) yield null
  if (Array.isArray(chosen)) return yield* chosen
  if (typeof chosen === 'object') for (let n = chosen.from; ; n += chosen.stride) yield n
  // Of each kind the one in the middle of the run.
  const kinds = Map.groupBy(whole ?? [], ({ kind, what }) =>
    kind === 'request' || kind === 'answer' ? `${kind} ${what === 'create'}` : kind,
  )
  for (const [, group] of kinds) yield (group[Math.floor(group.length / 2)] as Step).n
}
