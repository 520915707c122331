import type { Fact } from '../provider/words.ts'

export const VENDOR = 'Immutable'

export const assetStatuses: Record<string, Fact> = {
  imx: {
    title: 'On Immutable X',
    words: 'The token lives on Immutable X, where games and marketplaces read its metadata.',
  },
  preparing_withdrawal: {
    title: 'Preparing withdrawal',
    words: 'Its owner asked to move it to Ethereum, and Immutable is preparing that.',
  },
  withdrawable: { title: 'Withdrawable', words: 'Its owner can now withdraw it on Ethereum.' },
  eth: {
    title: 'Withdrawn to Ethereum',
    words: 'It lives on Ethereum now. Immutable keeps its last metadata.',
  },
  burned: { title: 'Burned', words: 'It was destroyed permanently.' },
}
