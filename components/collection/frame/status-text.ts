import type { assetStatuses } from '../../../lib/domain/assets/asset-filter.ts'

type AssetStatus = (typeof assetStatuses)[number]

/** The network's asset statuses, with what they mean. */
export const statusText: Record<AssetStatus, { title: string; meaning: string }> = {
  imx: {
    title: 'On Immutable X',
    meaning: 'The token lives on Immutable X, where games and marketplaces read its metadata.',
  },
  preparing_withdrawal: {
    title: 'Preparing withdrawal',
    meaning: 'Its owner asked to move it to Ethereum, and Immutable is preparing that.',
  },
  withdrawable: { title: 'Withdrawable', meaning: 'Its owner can now withdraw it on Ethereum.' },
  eth: {
    title: 'Withdrawn to Ethereum',
    meaning: 'It lives on Ethereum now. Immutable keeps its last metadata.',
  },
  burned: { title: 'Burned', meaning: 'It was destroyed permanently.' },
}

/** Unknown statuses are shown as the network spells them. */
export function describeStatus(status: string): string {
  const known: Record<string, { title: string }> = statusText
  return (Object.hasOwn(known, status) ? known[status]?.title : undefined) ?? status
}
