import { createTokenIdReader, splitRows, type TokenIdReport } from '../../lib/collection/parse-token-ids.ts'

const SLICE_MS = 8

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve))

/** Reads pasted ids in slices short enough to keep the page alive; null when a newer text took over. */
export async function readInSlices(
  text: string,
  limit: number,
  signal: AbortSignal,
): Promise<TokenIdReport | null> {
  const reader = createTokenIdReader(limit)
  let until = performance.now() + SLICE_MS
  /** Lets the page do its own work when the slice is over; false when a newer text took over. */
  const pause = async () => {
    await nextTask()
    until = performance.now() + SLICE_MS
    return !signal.aborted
  }
  const isOver = () => performance.now() >= until
  for (const row of splitRows(text)) {
    for (const _ of reader.readRow(row)) {
      if (isOver() && !(await pause())) return null
    }
    if (isOver() && !(await pause())) return null
  }
  return signal.aborted ? null : reader.finish()
}
