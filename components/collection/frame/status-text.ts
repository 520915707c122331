import type { assetStatuses } from '../../../lib/domain/assets/asset-filter.ts'

type AssetStatus = (typeof assetStatuses)[number]

/** The network's statuses of an asset, in words and with what they mean for a refresh. */
export const statusText: Record<AssetStatus, { title: string; meaning: string }> = {
  imx: {
    title: 'On Immutable X',
    meaning: 'The token lives on Immutable X, where games and marketplaces read its metadata.',
  },
  preparing_withdrawal: {
    title: 'Preparing withdrawal',
    meaning: 'Its owner asked to move it to Ethereum; Immutable is preparing that.',
  },
  withdrawable: { title: 'Withdrawable', meaning: 'It is ready for its owner to take it out on Ethereum.' },
  eth: {
    title: 'Withdrawn to Ethereum',
    meaning: 'It lives on Ethereum now. Immutable keeps the metadata it last knew.',
  },
  burned: { title: 'Burned', meaning: 'It was destroyed and will not come back.' },
}

/** Statuses that this desk does not know are shown as the network spells them. */
export function describeStatus(status: string): string {
  const known: Record<string, { title: string }> = statusText
  return (Object.hasOwn(known, status) ? known[status]?.title : undefined) ?? status
}
