import { ms, spread } from '../measure/spread.ts'
import type { Row } from '../row.ts'
import type { Load, Question } from './load-process.ts'

const ROUNDS = 5

/** The same request to the network itself and through the desk. */
export type Pair = { what: string; direct: Question; through: Question; asks: number }
type Prepare = (question: Question) => Promise<Question>

/** What the desk adds while nothing else is asked: both in turn, so that a slow second of the machine falls on both. */
export async function addedLatency(load: Load, pair: Pair, how: string, prepare: Prepare): Promise<Row[]> {
  const rounds: { direct: number[]; through: number[] }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const questions: Question[] = []
    for (let ask = 0; ask < pair.asks; ask++) {
      questions.push(await prepare(pair.direct), await prepare(pair.through))
    }
    const took = await load.inTurn(questions)
    rounds.push({
      direct: took.filter((_, at) => at % 2 === 0),
      through: took.filter((_, at) => at % 2 === 1),
    })
  }
  const added = (share: 'p50' | 'p95') =>
    spread(rounds.map(({ direct, through }) => spread(through)[share] - spread(direct)[share]))
  const all = (side: 'direct' | 'through') => spread(rounds.flatMap((round) => round[side]))
  const [direct, through] = [all('direct'), all('through')]
  const alone = `alone p50 ${ms(direct.p50)}, p95 ${ms(direct.p95)}; through the desk p50 ${ms(through.p50)}, p95 ${ms(through.p95)}`
  const shown = ({ p50, min, max }: ReturnType<typeof spread>) => `${ms(p50)} (${ms(min)} to ${ms(max)})`
  return [
    [
      `Added, ${pair.what}, p50`,
      shown(added('p50')),
      '3 ms',
      `${alone}; ${ROUNDS} rounds of ${pair.asks}, ${how}`,
    ],
    [`Added, ${pair.what}, p95`, shown(added('p95')), '', 'the same requests'],
  ]
}
