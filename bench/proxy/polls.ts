import { owner } from '../race/people.ts'
import type { Question } from './load-process.ts'

/** The sandbox takes timestamps of the last five minutes. */
const FIRST_AGE_SECONDS = 240

/**
 * Polls for the status of a refresh of the demo owner, each with a signature that nobody has seen: a script that polls
 * once a second signs a new second each time, and here there is no time to wait for one.
 */
export function createPolls() {
  let second = Math.floor(Date.now() / 1000) - FIRST_AGE_SECONDS
  const sign = async () => {
    const timestamp = String(second++)
    return {
      'x-imx-eth-address': owner.address,
      'x-imx-eth-timestamp': timestamp,
      'x-imx-eth-signature': await owner.signMessage({ message: timestamp }),
    }
  }
  return {
    sign,
    signed: async (question: Question): Promise<Question> => ({
      ...question,
      headers: { ...question.headers, ...(await sign()) },
    }),
  }
}

export type Polls = ReturnType<typeof createPolls>
