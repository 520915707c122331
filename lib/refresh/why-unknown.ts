type Completion = {
  total: number
  succeeded: number
  failed: number
  /** Of those that failed. */
  named: number
  /** Failures that the network lists of tokens which are not in the batch. */
  foreign: number
}

/** What a completed batch leaves open, as the network tells it; null when every token has an outcome and nothing is odd. */
export function whyUnknown({ total, succeeded, failed, named, foreign }: Completion): string | null {
  const missing = total - succeeded - failed
  const sentences = [
    missing > 0 && `The network does not say what became of ${missing} of ${tokens(total)}.`,
    named < failed &&
      `It counts ${tokens(failed)} as failed and names ${named === 0 ? 'none' : `only ${named}`} of them, so it is not known which tokens failed.`,
    foreign > 0 &&
      `It lists ${foreign === 1 ? '1 failure of a token' : `${foreign} failures of tokens`} outside this batch, which ${foreign === 1 ? 'does' : 'do'} not count.`,
  ].filter((sentence) => sentence !== false)
  return sentences.length > 0 ? sentences.join(' ').replace(/^It /, 'The network ') : null
}

const tokens = (count: number) => `${count} ${count === 1 ? 'token' : 'tokens'}`
