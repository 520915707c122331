import { checkQuota } from './check-quota.ts'
import { checkSamples } from './check-samples.ts'
import { checkStandstill } from './check-standstill.ts'
import type { Decision, End, Event, Step } from './facts.ts'
import { BROKEN, type Run, TOKENS } from './run-case.ts'
import type { Variant } from './variants.ts'

/** What an undisturbed run ends with; every other run must end with the same. */
export const sameEnd = ({ state, counts, batches }: End): string =>
  JSON.stringify({
    state,
    counts,
    batches: batches.map(({ position, state, tokenIds, tokenStates, failures }) => ({
      position,
      state,
      tokens: tokenIds.length,
      tokenStates: Object.entries(tokenStates).sort(),
      failures,
    })),
  })

export const findEnd = ({ lives }: Run): End | undefined =>
  lives.flatMap((life) => life.filter((event): event is End => event.type === 'end')).at(-1)

/** Holds a run against the invariants, by the rows and by what the network says it took; returns what is violated. */
export function checkRun(run: Run, variant: Variant, undisturbed: string | null): string[] {
  const late = run.ends.filter(({ isLate }) => isLate).map(() => 'an engine hung and was ended')
  const crashed = run.ends
    .filter(({ code, isLate }) => !isLate && code !== null && code !== 0)
    .map(({ errors }) => `an engine ended by itself: ${errors[0] ?? 'without a word'}`)
  const end = findEnd(run)
  const alive = [...late, ...crashed]
  if (!end) return alive.length > 0 ? alive : ['nobody saw the end']
  return [
    ...alive,
    ...(end.isFinished ? [] : [`not settled: ${end.batches.map(({ state }) => state).join(', ')}`]),
    ...checkTokens(end),
    ...checkNetwork(run, end),
    ...checkScripts(run, end),
    ...checkAttempts(run, end),
    ...checkDecisions(run.lives),
    ...run.lives.flatMap(checkSamples),
    ...checkQuota(run.lives, variant),
    ...(variant.pair ? checkStandstill(run.lives) : []),
    ...(end.isFinished && end.liveSignatures > 0 ? ['a signature was kept with nothing left to do'] : []),
    ...(end.isFinished && undisturbed !== null && sameEnd(end) !== undisturbed ? ['another end'] : []),
  ]
}

/** Every token is still there, once, and those that the origin does not serve failed, and no other. */
function checkTokens({ batches, isFinished }: End): string[] {
  const seen = batches.flatMap(({ tokenIds }) => tokenIds)
  const isWhole = seen.length === TOKENS && new Set(seen).size === TOKENS
  const failed = batches.flatMap(({ failures }) => failures.map((one) => one.split(' ')[0]))
  const isTold = !isFinished || failed.sort().join() === [...BROKEN].sort().join()
  const faults = isTold ? [] : [`tokens ${failed.join(', ')} are said to have failed`]
  return isWhole
    ? faults
    : [...faults, `${TOKENS} tokens submitted, ${new Set(seen).size} of ${seen.length} rows kept`]
}

const keyOf = (ids: string[]) => [...ids].sort().join()

/** Each batch accepted once, as it is, and known by the id under which it was. */
function checkNetwork({ accepted }: Run, { batches, ofScript }: End): string[] {
  const faults: string[] = []
  for (const { position, tokenIds, reference } of batches) {
    const taken = accepted.filter(({ token_ids }) => keyOf(token_ids) === keyOf(tokenIds))
    if (taken.length !== 1) faults.push(`batch ${position} was accepted ${taken.length} times`)
    else if (taken[0]?.refresh_id !== reference) faults.push(`batch ${position} has another upstream id`)
  }
  const known = new Set(batches.map(({ reference }) => reference))
  if (known.size !== batches.length) faults.push('two batches have one upstream id')
  const strangers = accepted.filter(
    ({ token_ids }) => ![...batches, ...ofScript].some((batch) => keyOf(batch.tokenIds) === keyOf(token_ids)),
  )
  if (strangers.length > 0) faults.push('the network took tokens that are no batch')
  return faults
}

/** A script's request is known by the id under which it was accepted, if it was, and was never sent twice. */
function checkScripts({ accepted }: Run, { ofScript }: End): string[] {
  return ofScript.flatMap(({ tokenIds, reference }) => {
    const [taken, ...others] = accepted.filter(({ token_ids }) => keyOf(token_ids) === keyOf(tokenIds))
    if (others.length > 0) return ['a request of the script was accepted twice']
    return (taken?.refresh_id ?? null) === reference
      ? []
      : ['a request of the script has another upstream id']
  })
}

function checkAttempts({ lives, posts }: Run, { batches, ofScript, isFinished }: End): string[] {
  const attempts = [...batches, ...ofScript].flatMap((batch) => batch.attempts)
  const faults: string[] = []
  if (isFinished && attempts.some(({ isOpen, outcome }) => isOpen || outcome === null))
    faults.push('an attempt was left open')
  if (posts > attempts.length) faults.push(`${posts} requests, ${attempts.length} attempts written down`)
  const sent = lives.flat().filter((one): one is Step => one.type === 'step' && one.what === 'create')
  const requests = sent.filter(({ kind }) => kind === 'request').length
  if (posts > requests) faults.push(`${posts} submissions reached the network, ${requests} were sent`)
  return faults
}

/** A person is asked only after a second doubt about the same batch, or when one of several lost ones or candidates is meant. */
function checkDecisions(lives: Event[][]): string[] {
  return lives
    .flat()
    .flatMap((event) =>
      event.type === 'decision' && event.doubts < 2 && event.candidates < 2 && !isOneOfSeveral(event)
        ? [`a person was asked about batch ${event.position} without need`]
        : [],
    )
}

const isOneOfSeveral = ({ candidates, others }: Decision) => candidates > 0 && others > 0
