import type { Place } from './id-source.ts'
import type { AmbiguityKind } from './numbers/find-ambiguity.ts'
import type { Ambiguity } from './numbers/read-part.ts'
import { showInvisible } from './numbers/show-invisible.ts'
import type { Answer, Answers, Question, Refusal } from './token-id-report.ts'

/** How many places of each finding the report names. */
export const MAX_PLACES = 50
/** How much of a refused text the report shows. */
const MAX_LENGTH = 80

const shown = ({ text, at }: Place): Place => ({ text: showInvisible(text.slice(0, MAX_LENGTH)), at })

/** What is refused, by reason. */
export function createRefusals() {
  const refusals = new Map<string, Refusal>()
  return {
    add(why: string, place: Place | null, count = 1) {
      const refusal = refusals.get(why) ?? { why, count: 0, places: [] }
      refusals.set(why, refusal)
      refusal.count += count
      if (place && refusal.places.length < MAX_PLACES) refusal.places.push(shown(place))
    },
    list: () => [...refusals.values()],
  }
}

/** What is asked about, by kind, and what was answered. */
export function createQuestions(answers: Answers) {
  const questions = new Map<AmbiguityKind, Question>()

  function begin({ doubt, text }: Ambiguity): Question {
    const given = answers[doubt]
    const answer = given?.first === text ? given.answer : 'out'
    return { kind: doubt, count: 0, canBeApart: false, answer, first: text, places: [] }
  }
  return {
    /** Adds one more doubtful number and answers what its kind is taken for. */
    ask(doubt: Ambiguity, at: number): Answer {
      const question = questions.get(doubt.doubt) ?? begin(doubt)
      questions.set(doubt.doubt, question)
      question.count++
      question.canBeApart ||= doubt.apart !== null
      const { text, reading, apart } = doubt
      if (question.places.length < MAX_PLACES)
        question.places.push({ ...shown({ text, at }), reading, apart })
      return question.answer
    },
    list: () => [...questions.values()],
  }
}
