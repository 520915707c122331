type Completion = {
  total: number
  succeeded: number
  failed: number
  /** Of those that failed. */
  named: number
  /** Failures that the network lists of tokens which are not in the batch. */
  foreign: number
  /** Entries of its list that are no failures of any token. */
  unreadable: number
  /** Its list could be read to the end. */
  isWhole: boolean
}

/** What the network's report on a finished batch leaves open; null when every token has an outcome. */
export function whyUnknown({ total, succeeded, failed, named, ...listed }: Completion): string | null {
  const { foreign, unreadable, isWhole } = listed
  const missing = total - succeeded - failed
  const sentences = [
    missing > 0 && `The network doesn’t report the outcome of ${missing} of ${tokens(total)}.`,
    named < failed &&
      `It counts ${tokens(failed)} as failed but lists ${named === 0 ? 'none' : `only ${named}`} of them, so it is unknown which tokens failed.`,
    foreign > 0 &&
      `It lists ${foreign === 1 ? '1 failure of a token' : `${foreign} failures of tokens`} outside this batch, which ${foreign === 1 ? 'does' : 'do'} not count.`,
    unreadable > 0 &&
      `It lists ${unreadable === 1 ? '1 failure' : `${unreadable} failures`} without a token id, which ${unreadable === 1 ? 'is' : 'are'} left out.`,
    !isWhole && 'Its list of failures couldn’t be read in full.',
  ].filter((sentence) => sentence !== false)
  return sentences.length > 0
    ? sentences.join(' ').replace(/^It /, 'The network ').replace(/^Its /, 'The network’s ')
    : null
}

const tokens = (count: number) => `${count} ${count === 1 ? 'token' : 'tokens'}`
