import { formatCount, plural } from '@/lib/format/count.ts'

type Late = { batches: number; pending: number }

/** `accepted a batch more than 48 hours ago, and 3 tokens are still pending.`: what the network has not finished. */
export const stalledText = ({ batches, pending }: Late, longestRequest: string): string =>
  `accepted ${batches === 1 ? 'a batch' : `${formatCount(batches)} batches`} more than ${longestRequest} ago, and ${plural(pending, 'token is', 'tokens are')} still pending.`
