import { spread } from '../measure/spread.ts'
import type { Row } from '../row.ts'
import type { Pair } from './latency.ts'
import type { Load, Question } from './load-process.ts'

const ROUNDS = 5
const ROUND_MS = 1_000
const WARM_UP_MS = 300
const IN_FLIGHT = 8

type Sides = { direct: () => void; through: () => void }

/** Requests in a second, the network's own and through the desk in turn; `under` puts each side where it is measured. */
export async function throughput(load: Load, pair: Pair, how: string, under: Sides): Promise<Row> {
  const rate = async (side: keyof Sides, ms = ROUND_MS) => {
    under[side]()
    const question: Question = pair[side]
    return load.perSecond(question, IN_FLIGHT, ms)
  }
  await rate('direct', WARM_UP_MS)
  await rate('through', WARM_UP_MS)
  const rounds: { direct: number; through: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ direct: await rate('direct'), through: await rate('through') })
  }
  const ratio = spread(rounds.map(({ direct, through }) => through / direct))
  const shown = (side: keyof Sides) => shownRate(rounds.map((round) => round[side]))
  return [
    `Requests per second over the sandbox's, ${pair.what}`,
    `${ratio.p50.toFixed(2)} (${ratio.min.toFixed(2)} to ${ratio.max.toFixed(2)})`,
    'at least 0.5',
    `${shown('through')} through the desk, ${shown('direct')} alone; ${IN_FLIGHT} in flight, ${ROUNDS} rounds of ${ROUND_MS / 1000} s each, ${how}`,
  ]
}

/** What the server takes for a handler of one line, which asks nobody. */
export async function emptyAnswers(load: Load, url: string, how: string): Promise<Row> {
  const question: Question = { url, headers: {}, isDistinct: false }
  await load.perSecond(question, IN_FLIGHT, WARM_UP_MS)
  const rates: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    rates.push(await load.perSecond(question, IN_FLIGHT, ROUND_MS))
  }
  return [
    'Requests per second, /healthz of the desk',
    shownRate(rates),
    '',
    `for comparison: the server with a handler of one line; ${how}`,
  ]
}

function shownRate(rates: number[]): string {
  const { p50, min, max } = spread(rates)
  return `${p50.toFixed(0)} (${min.toFixed(0)} to ${max.toFixed(0)})`
}
