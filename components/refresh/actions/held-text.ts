import { partOf } from '@/lib/format/count.ts'

type Held = { batch: number; failed: number; tokens: number }

/** `47 of 50 tokens of batch 1 failed`: why sending is held. */
export const heldText = (held: Held | undefined): string =>
  held
    ? `${partOf(held.failed, held.tokens, 'token')} of batch ${held.batch} failed`
    : 'Most tokens of a batch failed'
